package com.acme.warehouse;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import org.jspecify.annotations.Nullable;

/** Has a battery whose table holds the foreign key. */
@Entity
public class Robot {

    @Id
    private long id;

    @OneToOne(mappedBy = "robot")
    private @Nullable Battery battery;

    protected Robot() {}

    public Robot(long id) {
        this.id = id;
    }

    public long id() {
        return id;
    }

    public @Nullable Battery battery() {
        return battery;
    }
}
