package com.acme.tuned;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/** A link of a chain. */
@Entity
public class Stop extends Named {
    @ManyToOne(fetch = FetchType.LAZY)
    private Stop next;

    public Stop getNext() {
        return next;
    }
}
