package com.acme.shop;

import static io.querybudget.junit.QueryBudgetAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.recording.UnitOfWork;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@Isolated
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OnlyTestTests {

    @LocalServerPort
    int port;

    @Test
    void takes_in_the_requests_of_any_client(UnitOfWork work) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/orders/totals"))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(response.body()).isEqualTo("[11,22,33]");
        assertThat(work).executed(1 + 3 + 6);
        assertThat(work.recording().statements())
                .noneMatch(statement -> statement.execution().isAdopted());
    }
}
