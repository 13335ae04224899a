package com.acme.library;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

@Entity
public class Award extends Named {
    @ManyToOne(fetch = FetchType.LAZY)
    private Author author;

    public Author getAuthor() {
        return author;
    }
}
