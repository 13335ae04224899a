package io.querybudget.demo.shop;

import java.math.BigDecimal;

/**
 * What an order costs.
 *
 * @param order the number of the order
 * @param customer the name of the customer
 * @param total the price of all its lines
 */
record OrderTotal(long order, String customer, BigDecimal total) {

    static OrderTotal of(Order order) {
        return new OrderTotal(order.number(), order.customer().name(), order.total());
    }
}
