package io.querybudget.demo.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** Somebody who orders. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields
class Customer {

    @Id
    @GeneratedValue
    private Long id;

    private String name;

    protected Customer() {}

    Customer(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }
}
