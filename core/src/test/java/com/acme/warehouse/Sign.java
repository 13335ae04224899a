package com.acme.warehouse;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** Stands in an aisle, which is loaded with it. */
@Entity
public class Sign {

    @Id
    private long id;

    @ManyToOne
    private @Nullable Aisle aisle;

    protected Sign() {}

    public Sign(long id, Aisle aisle) {
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
