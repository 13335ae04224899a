package com.acme.odd.other;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.LinkedHashSet;
import java.util.Set;

/** Has the simple name of another entity. */
@Entity(name = "OtherItem")
public class Item {

    @Id
    private long id;

    @ElementCollection
    private Set<String> parts = new LinkedHashSet<>();

    protected Item() {}

    public Item(long id) {
        this.id = id;
        parts.add("a");
    }

    public long id() {
        return id;
    }

    public Set<String> parts() {
        return parts;
    }
}
