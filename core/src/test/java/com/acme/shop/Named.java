package com.acme.shop;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** Anything with an assigned number and a name. */
@MappedSuperclass
public abstract class Named {
    @Id
    private Long id;

    private String name;

    protected Named() {}

    protected Named(long id, String name) {
        this.id = id;
        this.name = name;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
