package com.acme.warehouse;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import org.jspecify.annotations.Nullable;

/** Belongs to a robot. */
@Entity
public class Battery {

    @Id
    private long id;

    @OneToOne(fetch = FetchType.LAZY)
    private @Nullable Robot robot;

    protected Battery() {}

    public Battery(long id, Robot robot) {
        this.id = id;
        this.robot = robot;
    }

    public @Nullable Robot robot() {
        return robot;
    }
}
