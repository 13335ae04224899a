package com.acme.tuned;

import com.acme.shop.Named;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.Set;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/** Fetches in batches and by subselect. */
@Entity
public class Basket extends Named {
    @ManyToOne(fetch = FetchType.LAZY)
    private Shopper owner;

    @ElementCollection
    @BatchSize(size = 5)
    @CollectionTable(name = "BasketItem")
    private Set<String> items;

    @ElementCollection
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "BasketVoucher")
    private Set<String> vouchers;

    public Shopper getOwner() {
        return owner;
    }

    public Set<String> getItems() {
        return items;
    }

    public Set<String> getVouchers() {
        return vouchers;
    }
}
