package com.acme.shop;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController {

    private final OrderRepository orders;

    OrderController(OrderRepository orders) {
        this.orders = orders;
    }

    @GetMapping("/lines")
    int lines() {
        return count(orders.findOpen());
    }

    @GetMapping("/fetched-lines")
    int fetchedLines() {
        return count(orders.findOpenWithLines());
    }

    private static int count(List<Order> orders) {
        return orders.stream().mapToInt(order -> order.lines.size()).sum();
    }
}
