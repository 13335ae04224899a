package com.acme.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.querybudget.FindingKind;
import io.querybudget.junit.ExpectQueries;
import java.io.UnsupportedEncodingException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.client.RestClient;

/** Each client has the server count for its test. One after the other: a waiting worker of JUnit runs other tests, which Spring refuses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HttpClientCases {

    private final Map<String, ToIntFunction<String>> clients = new TreeMap<>();

    @LocalServerPort
    int port;

    @Autowired
    OrderRepository orders;

    @Autowired
    RestClient.Builder restClients;

    @Autowired
    WebTestClient webTestClient;

    @Autowired
    MockMvcTester mvc;

    /** Adds what gets a number from the server, by the name of the client. */
    final void add(String name, ToIntFunction<String> client) {
        clients.put(name, client);
    }

    @BeforeAll
    void add_the_clients_of_each_spring_boot() {
        add("RestClient", path -> restClients.clone().baseUrl("http://localhost:" + port).build()
                .get().uri(path).retrieve().body(Integer.class));
        add("WebTestClient", path -> webTestClient.get().uri(path).exchange()
                .expectBody(Integer.class).returnResult().getResponseBody());
        add("MockMvcTester", this::getByMockMvcTester);
    }

    private int getByMockMvcTester(String path) {
        try {
            return Integer.parseInt(mvc.get().uri(path).exchange().getResponse().getContentAsString());
        } catch (UnsupportedEncodingException unknownEncoding) {
            throw new AssertionError(unknownEncoding);
        }
    }

    Set<String> names() {
        return clients.keySet();
    }

    @BeforeAll
    void save_orders() {
        for (int i = 0; i < 3; i++) {
            orders.save(Order.withLines(2));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    @ExpectQueries(1)
    void requests_the_fetched_lines(String client) {
        assertEquals(6, clients.get(client).applyAsInt("/fetched-lines"));
    }

    @ParameterizedTest
    @MethodSource("names")
    @ExpectQueries(value = 4, warn = FindingKind.N_PLUS_ONE)
    void requests_the_lines(String client) {
        assertEquals(6, clients.get(client).applyAsInt("/lines"));
    }
}
