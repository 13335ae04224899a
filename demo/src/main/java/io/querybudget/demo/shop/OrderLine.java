package io.querybudget.demo.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;

/** A number of pieces of one product. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields
class OrderLine {

    @Id
    @GeneratedValue
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Order order;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Product product;

    private int quantity;

    protected OrderLine() {}

    OrderLine(Order order, int quantity, Product product) {
        this.order = order;
        this.quantity = quantity;
        this.product = product;
    }

    Order order() {
        return order;
    }

    BigDecimal price() {
        return product.priceOf(quantity);
    }
}
