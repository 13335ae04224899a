package com.acme.shop;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.Set;

@Embeddable
public class PostalAddress {
    private String street;

    @ManyToOne(fetch = FetchType.LAZY)
    private Country country;

    @ElementCollection
    @CollectionTable(name = "CustomerPhone")
    private Set<String> phones;

    public String getStreet() {
        return street;
    }

    public Country getCountry() {
        return country;
    }

    public Set<String> getPhones() {
        return phones;
    }
}
