package io.querybudget.demo.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** What somebody thinks of the shop; examples that write write reviews, which no other example reads. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields
class Review {

    @Id
    @GeneratedValue
    private Long id;

    private String text;

    protected Review() {}

    Review(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
