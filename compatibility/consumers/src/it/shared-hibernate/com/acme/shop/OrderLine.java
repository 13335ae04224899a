package com.acme.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

@Entity
class OrderLine {

    @Id
    @GeneratedValue
    Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    Order order;

    static OrderLine of(Order order) {
        OrderLine line = new OrderLine();
        line.order = order;
        return line;
    }
}
