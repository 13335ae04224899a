package com.acme.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

@Entity
public class Translation extends Named {
    private String language;

    @ManyToOne(fetch = FetchType.LAZY)
    private Product product;

    public String getLanguage() {
        return language;
    }

    public Product getProduct() {
        return product;
    }
}
