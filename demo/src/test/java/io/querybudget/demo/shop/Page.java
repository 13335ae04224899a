package io.querybudget.demo.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** A page of an album, which stays in it. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields
class Page {

    @Id
    @GeneratedValue
    private Long id;

    private String title;

    protected Page() {}

    Page(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
