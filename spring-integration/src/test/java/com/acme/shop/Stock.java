package com.acme.shop;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Three orders of two lines, each line with a product of its own. */
@Component
class Stock implements ApplicationRunner {

    private final OrderRepository orders;
    private final ProductRepository products;

    Stock(OrderRepository orders, ProductRepository products) {
        this.orders = orders;
        this.products = products;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (int i = 1; i <= 3; i++) {
            orders.save(Order.of(products.save(Product.of(i)), products.save(Product.of(10L * i))));
        }
    }
}
