package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The requests are sent while no test is open, as in development. */
@Isolated
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "logging.level.io.querybudget=debug")
class RequestLogTests {

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @LocalServerPort
    int port;

    @BeforeAll
    void sendsRequests() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger("io.querybudget");
        log.start();
        logger.addAppender(log);
        for (int i = 0; i < 10; i++) {
            send("/orders/totals?page=1");
        }
        send("/orders/fetched-totals");
        send("/orders/later-totals");
        send("/orders/broken-totals");
        logger.detachAppender(log);
    }

    @Test
    void a_finding_is_told_in_full_once() {
        assertThat(messages(Level.WARN)).first().asString().matches("""
                (?s)GET /orders/totals: N\\+1, proven: 3 statements for Order.lines, one for each of 3 rows \\[id \\w+]
                  N\\+1, proven: 6 statements for OrderLine.product, one for each of 6 rows \\[id \\w+]

                  1 × select .* from orders .*OrderRepository.findOpen  OrderService.totals \\(OrderService.java:\\d+\\)  3 rows
                  └ 3 × Order.lines .*
                     └ 6 × OrderLine.product .*
                  Fix: @EntityGraph\\(attributePaths = \\{"lines", "lines.product"}\\) on OrderRepository.findOpen
                       leaves 1 statement""");
    }

    @Test
    void a_finding_that_is_seen_again_is_counted() {
        assertThat(messages(Level.WARN)).hasSize(3);
        assertThat(messages(Level.WARN).get(1))
                .contains("GET /orders/totals: N+1, proven: 3 statements for Order.lines")
                .endsWith("seen 10 times");
    }

    @Test
    void each_request_says_how_much_it_executed() {
        assertThat(messages(Level.DEBUG))
                .contains(
                        "GET /orders/totals: 10 statements, 15 rows",
                        "GET /orders/fetched-totals: 1 statement, 6 rows",
                        "GET /orders/later-totals: 10 statements, 15 rows",
                        "GET /orders/broken-totals: 10 statements, 15 rows")
                .hasSize(13);
    }

    private List<String> messages(Level level) {
        return log.list.stream()
                .filter(event -> event.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private void send(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    }
}
