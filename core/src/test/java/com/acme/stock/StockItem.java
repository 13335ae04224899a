package com.acme.stock;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Knows its product by a string that no foreign key holds. */
@Entity
public class StockItem {
    @Id
    private Long id;

    private String sku;
    private int amount;

    public Long getId() {
        return id;
    }

    public String getSku() {
        return sku;
    }

    public int getAmount() {
        return amount;
    }
}
