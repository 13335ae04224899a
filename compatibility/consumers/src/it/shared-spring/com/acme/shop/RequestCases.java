package com.acme.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.querybudget.junit.QueryBudget;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class RequestCases {

    @Autowired
    OrderRepository orders;

    abstract int get(String path);

    @BeforeEach
    void save_orders() {
        orders.deleteAll();
        for (int i = 0; i < 3; i++) {
            orders.save(Order.withLines(2));
        }
    }

    @Test
    @QueryBudget(1)
    void requests_the_fetched_lines() {
        assertEquals(6, get("/fetched-lines"));
    }

    @Test
    @QueryBudget
    void requests_the_lines() {
        assertEquals(6, get("/lines"));
    }
}
