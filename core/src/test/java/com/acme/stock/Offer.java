package com.acme.stock;

import com.acme.shop.Named;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.Set;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JoinFormula;

@Entity
public class Offer extends Named {
    @Column(name = "preferred_id")
    private Long preferred;

    @Column(name = "fallback_id")
    private Long fallback;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinFormula("coalesce(preferred_id, fallback_id)")
    private Supplier supplier;

    @Formula("(select count(*) from OfferBid b where b.Offer_id = id)")
    private int bidCount;

    @ElementCollection
    @CollectionTable(name = "OfferBid")
    private Set<Integer> bids;

    public Long getPreferred() {
        return preferred;
    }

    public Long getFallback() {
        return fallback;
    }

    public Supplier getSupplier() {
        return supplier;
    }

    public int getBidCount() {
        return bidCount;
    }

    public Set<Integer> getBids() {
        return bids;
    }
}
