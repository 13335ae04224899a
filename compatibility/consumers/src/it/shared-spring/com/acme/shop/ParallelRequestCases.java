package com.acme.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.querybudget.FindingKind;
import io.querybudget.junit.ExpectQueries;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each client has the server count for its test. One after the other: a waiting worker of JUnit runs other tests, which Spring refuses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ParallelRequestCases {

    @Autowired
    OrderRepository orders;

    /** {@return what gets a number from the server, by the name of the client} */
    abstract Map<String, ToIntFunction<String>> clients();

    Set<String> names() {
        return clients().keySet();
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
        assertEquals(6, clients().get(client).applyAsInt("/fetched-lines"));
    }

    @ParameterizedTest
    @MethodSource("names")
    @ExpectQueries(value = 4, warn = FindingKind.N_PLUS_ONE)
    void requests_the_lines(String client) {
        assertEquals(6, clients().get(client).applyAsInt("/lines"));
    }
}
