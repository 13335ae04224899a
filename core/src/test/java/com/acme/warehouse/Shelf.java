package com.acme.warehouse;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** Stands in an aisle, which is loaded when it is asked. */
@Entity
public class Shelf {

    @Id
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Aisle aisle;

    protected Shelf() {}

    public Shelf(long id, Aisle aisle) {
        this.id = id;
        this.aisle = aisle;
    }

    public long id() {
        return id;
    }

    public @Nullable Aisle aisle() {
        return aisle;
    }
}
