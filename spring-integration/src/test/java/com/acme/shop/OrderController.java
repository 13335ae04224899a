package com.acme.shop;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController {

    private final OrderService orders;

    OrderController(OrderService orders) {
        this.orders = orders;
    }

    @GetMapping("/orders/totals")
    List<Long> totals() {
        return orders.totals();
    }

    @GetMapping("/orders/fetched-totals")
    List<Long> fetchedTotals() {
        return orders.fetchedTotals();
    }

    @GetMapping("/orders/later-totals")
    Callable<List<Long>> laterTotals() {
        return orders::totals;
    }

    @GetMapping("/orders/newest")
    Newest newest() {
        return new Newest(orders.newest());
    }

    /** Its lines are loaded when it is written. */
    record Newest(@JsonIgnore Order order) {

        @JsonProperty
        int lineCount() {
            return order.lines.size();
        }
    }

    @GetMapping("/orders/broken-totals")
    List<Long> brokenTotals() {
        throw new IllegalStateException("no totals after " + orders.totals());
    }
}
