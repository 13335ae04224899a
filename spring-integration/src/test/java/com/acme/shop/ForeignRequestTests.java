package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.querybudget.Recording;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Runs alone, because its request would be stray for each test that is open. */
@Isolated
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ForeignRequestTests {

    @LocalServerPort
    int port;

    @Test
    void a_request_that_names_no_test_is_stray_by_its_name_while_several_are_open() throws Exception {
        try (UnitScope test = UnitScope.open(UnitOfWork.Kind.TEST, "test");
                UnitScope other = UnitScope.open(UnitOfWork.Kind.TEST, "other")) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/orders/totals"))
                    .build();
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());

            assertThat(test.unit().recording().total()).isZero();
            assertThat(other.unit().recording().strays())
                    .extracting(Recording.Stray::request, Recording.Stray::count)
                    .containsExactly(tuple("GET /orders/totals", 1 + 3 + 6));
        }
    }
}
