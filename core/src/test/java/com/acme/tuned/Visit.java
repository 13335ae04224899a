package com.acme.tuned;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

@Entity
public class Visit {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String page;

    protected Visit() {}

    public Visit(String page) {
        this.page = page;
    }

    public Long getId() {
        return id;
    }

    public String getPage() {
        return page;
    }
}
