package com.acme.tuned;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

@Entity
public class Fee extends Named {
    @ManyToOne(fetch = FetchType.LAZY)
    private Currency currency;

    public Currency getCurrency() {
        return currency;
    }
}
