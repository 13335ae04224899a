package com.acme.forum;

import com.acme.shop.Named;
import jakarta.persistence.Entity;

@Entity
public class Keyword extends Named {
    protected Keyword() {}

    public Keyword(long id, String name) {
        super(id, name);
    }
}
