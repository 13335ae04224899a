package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.TestRestTemplate;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureTestRestTemplate;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.client.RestTestClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureTestRestTemplate
@AutoConfigureRestTestClient
class RequestTests {

    @Autowired
    TestRestTemplate rest;

    @Autowired
    RestTestClient client;

    @Test
    void a_block_of_a_test_counts_what_the_server_executes_for_it() {
        try (UnitScope test = UnitScope.open(UnitOfWork.Kind.TEST, "test");
                UnitScope block = UnitScope.open(UnitOfWork.Kind.BLOCK, "block")) {
            assertThat(rest.getForObject("/orders/totals", Long[].class)).containsExactly(11L, 22L, 33L);
            assertThat(block.unit().recording().total()).isEqualTo(1 + 3 + 6);
            assertThat(test.unit().recording().total()).isEqualTo(1 + 3 + 6);
        }
    }

    @Test
    void the_REST_test_client_tells_which_test_sent_a_request() {
        try (UnitScope test = UnitScope.open(UnitOfWork.Kind.TEST, "test")) {
            client.get().uri("/orders/fetched-totals").exchange().expectStatus().isOk();
            assertThat(test.unit().recording().total()).isOne();
        }
    }

    @Test
    void an_asynchronous_request_is_one_unit_on_all_its_threads() {
        try (UnitScope test = UnitScope.open(UnitOfWork.Kind.TEST, "test")) {
            assertThat(rest.getForObject("/orders/later-totals", Long[].class)).containsExactly(11L, 22L, 33L);
            assertThat(test.unit().recording().total()).isEqualTo(1 + 3 + 6);
        }
    }

    @Test
    void the_failure_of_a_request_stays_the_applications_own() {
        try (UnitScope test = UnitScope.open(UnitOfWork.Kind.TEST, "test")) {
            assertThat(rest.getForEntity("/orders/broken-totals", String.class)
                            .getStatusCode()
                            .value())
                    .isEqualTo(500);
            assertThat(test.unit().recording().total()).isEqualTo(1 + 3 + 6);
        }
    }

    @Test
    void parallel_tests_count_what_the_server_executes_for_each() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (UnitScope test = UnitScope.open(UnitOfWork.Kind.TEST, "test")) {
            UnitScope other = thread.submit(() -> UnitScope.open(UnitOfWork.Kind.TEST, "other"))
                    .get();
            rest.getForObject("/orders/totals", Long[].class);
            thread.submit(() -> rest.getForObject("/orders/fetched-totals", Long[].class))
                    .get();
            thread.submit(other::close).get();

            assertThat(test.unit().recording().total()).isEqualTo(1 + 3 + 6);
            assertThat(other.unit().recording().total()).isOne();
        } finally {
            thread.shutdown();
        }
    }
}
