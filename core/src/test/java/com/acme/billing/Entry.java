package com.acme.billing;

import com.acme.shop.Named;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

@Entity
public class Entry extends Named {
    @Column(name = "booking_year")
    private int year;

    @ManyToOne(fetch = FetchType.LAZY)
    private Ledger ledger;

    public int getYear() {
        return year;
    }

    public Ledger getLedger() {
        return ledger;
    }
}
