package com.acme.stock;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

@Entity
public class Quote extends Named {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "price_article", referencedColumnName = "article")
    @JoinColumn(name = "price_currency", referencedColumnName = "currency")
    private Price price;

    public Price getPrice() {
        return price;
    }
}
