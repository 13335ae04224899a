package com.acme.warehouse;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.LinkedHashSet;
import java.util.Set;
import org.hibernate.annotations.BatchSize;

/** Has shelves, loaded per aisle, and signs, loaded for several aisles at once. */
@Entity
public class Aisle {

    @Id
    private long id;

    private String name = "";

    @OneToMany(mappedBy = "aisle")
    private Set<Shelf> shelves = new LinkedHashSet<>();

    @OneToMany(mappedBy = "aisle")
    @BatchSize(size = 10)
    private Set<Sign> signs = new LinkedHashSet<>();

    protected Aisle() {}

    public Aisle(long id) {
        this.id = id;
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public void rename(String newName) {
        name = newName;
    }

    public Set<Shelf> shelves() {
        return shelves;
    }

    public Set<Sign> signs() {
        return signs;
    }
}
