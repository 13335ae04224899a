package com.acme.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.querybudget.junit.QueryBudget;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Transactional by itself: Spring leaves the methods of a superclass to the superclass. */
@Transactional
abstract class RepositoryCases {

    @Autowired
    OrderRepository orders;

    @Autowired
    EntityManager entities;

    @BeforeEach
    void save_orders() {
        for (int i = 0; i < 3; i++) {
            entities.persist(Order.withLines(2));
        }
        entities.flush();
        entities.clear();
    }

    @Test
    @QueryBudget(1)
    void fetches_the_lines() {
        assertEquals(
                6,
                orders.findOpenWithLines().stream()
                        .mapToInt(order -> order.lines.size())
                        .sum());
    }

    @Test
    @QueryBudget
    void walks_into_the_lines() {
        assertEquals(
                6,
                orders.findOpen().stream().mapToInt(order -> order.lines.size()).sum());
    }
}
