package com.acme.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

@Entity
public class Review extends Named {
    @ManyToOne(fetch = FetchType.LAZY)
    private Customer author;

    public Customer getAuthor() {
        return author;
    }
}
