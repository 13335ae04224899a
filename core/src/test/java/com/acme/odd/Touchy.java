package com.acme.odd;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** An entity of whose methods only those that Hibernate needs may be called; its getters may fail. */
@Entity
@Access(AccessType.PROPERTY)
public class Touchy {

    public static final AtomicBoolean FAILING = new AtomicBoolean();

    private long id;
    private Item item;

    protected Touchy() {}

    public Touchy(long id, Item item) {
        this.id = id;
        this.item = item;
    }

    @Id
    public long getId() {
        return id;
    }

    protected void setId(long id) {
        this.id = id;
    }

    @ManyToOne(fetch = FetchType.LAZY)
    public Item getItem() {
        if (FAILING.get()) {
            throw new IllegalStateException("read");
        }
        return item;
    }

    protected void setItem(Item item) {
        this.item = item;
    }

    /** {@return the item, without the getter} */
    public Item item() {
        return item;
    }

    @Override
    public boolean equals(Object other) {
        throw new IllegalStateException("compared " + item.parts());
    }

    @Override
    public int hashCode() {
        throw new IllegalStateException("hashed " + item.parts());
    }

    @Override
    public String toString() {
        return "Touchy of " + List.of(this);
    }
}
