package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.Recording;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.TestRestTemplate;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureTestRestTemplate;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.client.RestClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureTestRestTemplate
@AutoConfigureRestTestClient
@AutoConfigureWebTestClient
@AutoConfigureMockMvc
class ParallelRequestTests {

    private static final int THREADS = 8;
    private static final int ROUNDS = 25;

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate rest;

    @Autowired
    RestTestClient restTestClient;

    @Autowired
    RestClient.Builder restClients;

    @Autowired
    WebTestClient webTestClient;

    @Autowired
    MockMvcTester mvc;

    private List<Consumer<String>> clients() {
        RestClient restClient = restClients.baseUrl("http://localhost:" + port).build();
        return List.of(
                path -> assertThat(rest.getForObject(path, Long[].class)).hasSize(3),
                path -> restTestClient.get().uri(path).exchange().expectStatus().isOk(),
                path -> assertThat(restClient.get().uri(path).retrieve().body(Long[].class))
                        .hasSize(3),
                path -> webTestClient.get().uri(path).exchange().expectStatus().isOk(),
                path -> assertThat(mvc.get().uri(path)).hasStatusOk());
    }

    @Test
    void each_client_tells_which_test_sent_a_request() {
        clients().forEach(client -> {
            UnitOfWork sender;
            try (UnitScope test = UnitScope.open(UnitOfWork.Kind.TEST, "a test")) {
                try (UnitScope other = UnitScope.open(UnitOfWork.Kind.TEST, "another test")) {
                    sender = other.unit();
                    client.accept("/orders/fetched-totals");
                }
                assertThat(sender.recording().total()).isOne();
                assertThat(test.unit().recording().total()).isZero();
            }
        });
    }

    @Test
    void parallel_tests_count_what_the_server_executes_for_each() throws Exception {
        List<Consumer<String>> clients = clients();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<List<Recording>>> work = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                work.add(() -> wrong(clients, thread));
            }
            for (Future<List<Recording>> wrong : threads.invokeAll(work)) {
                assertThat(wrong.get()).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Recording> wrong(List<Consumer<String>> clients, int thread) {
        List<Recording> wrong = new ArrayList<>();
        for (int i = 0; i < ROUNDS * clients.size(); i++) {
            boolean isFetched = (i + thread) % 3 == 0;
            try (UnitScope test = UnitScope.open(UnitOfWork.Kind.TEST, "test " + i + " of thread " + thread)) {
                clients.get((i + thread) % clients.size())
                        .accept(isFetched ? "/orders/fetched-totals" : "/orders/totals");
                Recording recording = test.unit().recording();
                if (recording.total() != (isFetched ? 1 : 1 + 3 + 6)) {
                    wrong.add(recording);
                }
            }
        }
        return wrong;
    }
}
