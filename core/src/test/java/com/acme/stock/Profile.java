package com.acme.stock;

import com.acme.shop.Customer;
import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;

/** Shares the key of its customer; its text is lazy where the bytecode is enhanced. */
@Entity
public class Profile {
    @Id
    private Long id;

    @Basic(fetch = FetchType.LAZY)
    private String biography;

    @OneToOne(fetch = FetchType.LAZY)
    @MapsId
    private Customer customer;

    public Long getId() {
        return id;
    }

    public String getBiography() {
        return biography;
    }

    public Customer getCustomer() {
        return customer;
    }
}
