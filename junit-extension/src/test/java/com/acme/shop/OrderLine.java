package com.acme.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

@Entity
public class OrderLine {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String product;

    @ManyToOne(fetch = FetchType.LAZY)
    private Order order;

    protected OrderLine() {}

    public OrderLine(Order order, String product) {
        this.order = order;
        this.product = product;
    }

    public Order order() {
        return order;
    }

    public String product() {
        return product;
    }
}
