package io.querybudget.demo.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** A part of an album, which moves to other albums. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields
class Chapter {

    @Id
    @GeneratedValue
    private Long id;

    private String title;

    protected Chapter() {}

    Chapter(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
