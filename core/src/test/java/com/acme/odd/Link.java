package com.acme.odd;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.Set;

/** An entity that is its own identifier: Hibernate's key of it leads to the entity. */
@Entity
@SuppressWarnings("serial") // Hibernate asks an entity with several ids to be serializable, nobody serialises it
public class Link implements Serializable {

    private static final long serialVersionUID = 1;

    @Id
    private long number;

    @Id
    @ManyToOne
    private Item item;

    @ElementCollection
    private Set<String> labels = new LinkedHashSet<>();

    protected Link() {}

    public Link(long number, Item item) {
        this.number = number;
        this.item = item;
    }

    public Set<String> labels() {
        return labels;
    }
}
