package com.acme.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Customer {

    @Id
    private long number;

    @Column(nullable = false, length = 5)
    private String name;

    protected Customer() {}

    public Customer(long number, String name) {
        this.number = number;
        this.name = name;
    }

    public String name() {
        return name;
    }
}
