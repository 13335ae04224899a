package io.querybudget.demo.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** What a customer would like to find in the shop; examples write wishes, which no other example reads. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields
class Wish {

    @Id
    @GeneratedValue
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Customer customer;

    private String text;

    protected Wish() {}

    Wish(Customer customer, String text) {
        this.customer = customer;
        this.text = text;
    }

    Customer customer() {
        return customer;
    }

    String text() {
        return text;
    }
}
