package com.acme.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.querybudget.junit.QueryBudget;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OrderTests {

    private static EntityManagerFactory shop;

    @BeforeAll
    static void save_orders() {
        shop = Shop.open();
        EntityManager entities = shop.createEntityManager();
        entities.getTransaction().begin();
        for (int i = 0; i < 3; i++) {
            entities.persist(Order.withLines(2));
        }
        entities.getTransaction().commit();
        entities.close();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    @QueryBudget(1)
    void fetches_the_lines() {
        assertEquals(6, countLines("from Order o join fetch o.lines"));
    }

    @Test
    @QueryBudget
    void walks_into_the_lines() {
        assertEquals(6, countLines("from Order o"));
    }

    private static int countLines(String query) {
        EntityManager entities = shop.createEntityManager();
        try {
            return entities.createQuery(query, Order.class).getResultList().stream()
                    .mapToInt(order -> order.lines.size())
                    .sum();
        } finally {
            entities.close();
        }
    }
}
