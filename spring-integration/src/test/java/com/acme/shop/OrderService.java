package com.acme.shop;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class OrderService {

    private final OrderRepository orders;

    OrderService(OrderRepository orders) {
        this.orders = orders;
    }

    @Transactional(readOnly = true)
    public List<Long> totals() {
        return orders.findOpen().stream().map(OrderService::total).toList();
    }

    @Transactional(readOnly = true)
    public List<Long> fetchedTotals() {
        return orders.findOpenWithProducts().stream().map(OrderService::total).toList();
    }

    @Transactional(readOnly = true)
    public Order newest() {
        return orders.findOpen().get(0);
    }

    private static long total(Order order) {
        long total = 0;
        for (OrderLine line : order.lines) {
            total += line.product.price();
        }
        return total;
    }
}
