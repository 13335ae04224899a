package io.querybudget.demo.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.math.BigDecimal;

/** Something on stock that has a price. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields
class Product {

    @Id
    @GeneratedValue
    private Long id;

    private String name;

    private BigDecimal price;

    private int stock;

    private int timesCounted;

    protected Product() {}

    Product(String name, BigDecimal price, int stock) {
        this.name = name;
        this.price = price;
        this.stock = stock;
    }

    String name() {
        return name;
    }

    BigDecimal priceOf(int quantity) {
        return price.multiply(BigDecimal.valueOf(quantity));
    }

    int count() {
        timesCounted++;
        return timesCounted;
    }

    void raisePrice() {
        price = price.multiply(new BigDecimal("1.1"));
    }

    BigDecimal stockValue() {
        return priceOf(stock);
    }
}
