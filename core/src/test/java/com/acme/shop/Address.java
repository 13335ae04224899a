package com.acme.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

@Entity
public class Address extends Named {
    @ManyToOne(fetch = FetchType.LAZY)
    private Country country;

    public Country getCountry() {
        return country;
    }
}
