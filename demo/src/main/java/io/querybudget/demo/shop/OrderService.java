package io.querybudget.demo.shop;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers questions about orders. */
@Service
@Transactional(readOnly = true)
class OrderService {

    private final OrderRepository orders;

    OrderService(OrderRepository orders) {
        this.orders = orders;
    }

    /** Broken: the lines of each order and the product of each line are loaded one by one. */
    List<OrderTotal> totals() {
        return orders.findOpen().stream().map(OrderTotal::of).toList();
    }

    /** Repaired: one query fetches all that the totals need. */
    List<OrderTotal> fetchedTotals() {
        return orders.findOpenWithProducts().stream().map(OrderTotal::of).toList();
    }
}
