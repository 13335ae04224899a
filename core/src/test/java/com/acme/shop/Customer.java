package com.acme.shop;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import java.util.List;
import java.util.Map;
import java.util.Set;

@Entity
public class Customer extends Named {
    private String email;

    @Embedded
    private PostalAddress home;

    @ElementCollection
    @CollectionTable(name = "CustomerTag")
    private Set<String> tags;

    @ElementCollection
    @CollectionTable(name = "CustomerPreference")
    private Map<String, String> preferences;

    @ManyToMany
    private Set<Product> favourites;

    @OneToMany(mappedBy = "customer")
    private List<Order> orders;

    public String getEmail() {
        return email;
    }

    public PostalAddress getHome() {
        return home;
    }

    public Set<String> getTags() {
        return tags;
    }

    public Map<String, String> getPreferences() {
        return preferences;
    }

    public Set<Product> getFavourites() {
        return favourites;
    }

    public List<Order> getOrders() {
        return orders;
    }
}
