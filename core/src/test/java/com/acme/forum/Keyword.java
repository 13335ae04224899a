package com.acme.forum;

import com.acme.shop.Named;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;

@Entity
public class Keyword extends Named {
    @Column(unique = true)
    private String word;

    protected Keyword() {}

    public Keyword(long id, String word) {
        super(id, "Keyword " + id);
        this.word = word;
    }

    public String getWord() {
        return word;
    }
}
