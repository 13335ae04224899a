package com.acme.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

@Entity
public class Note extends Named {
    @ManyToOne(fetch = FetchType.LAZY)
    private Order order;

    @ManyToOne(fetch = FetchType.LAZY)
    private Customer author;

    protected Note() {}

    public Note(long id, String name, Order order) {
        super(id, name);
        this.order = order;
    }

    public Order getOrder() {
        return order;
    }

    public Customer getAuthor() {
        return author;
    }
}
