package io.querybudget.demo.shop;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/orders")
class OrderController {

    private final OrderService orders;

    OrderController(OrderService orders) {
        this.orders = orders;
    }

    @GetMapping("/totals")
    List<OrderTotal> totals() {
        return orders.totals();
    }

    @GetMapping("/totals/repaired")
    List<OrderTotal> repairedTotals() {
        return orders.fetchedTotals();
    }
}
