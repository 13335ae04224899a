package com.acme.stock;

import com.acme.shop.Named;
import com.acme.shop.Product;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** Refers to its product by a unique key that is not the primary key. */
@Entity
public class Barcode extends Named {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "product_sku", referencedColumnName = "sku")
    private Product product;

    public Product getProduct() {
        return product;
    }
}
