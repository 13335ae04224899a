package com.acme.stock;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

@Entity
public class Box extends Named {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "shelf_aisle", referencedColumnName = "aisle")
    @JoinColumn(name = "shelf_place", referencedColumnName = "place")
    private Shelf shelf;

    public Shelf getShelf() {
        return shelf;
    }
}
