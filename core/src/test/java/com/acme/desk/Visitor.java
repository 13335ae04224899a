package com.acme.desk;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.OneToOne;

/** A login repaired: its settings share its key and always exist. */
@Entity
public class Visitor extends Named {
    @OneToOne(mappedBy = "visitor", fetch = FetchType.LAZY, optional = false)
    private VisitorSettings settings;

    public VisitorSettings getSettings() {
        return settings;
    }
}
