package com.acme.billing;

import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

@Embeddable
public class InvoiceItem {
    @ManyToOne(fetch = FetchType.LAZY)
    private Article article;

    private int amount;

    public Article getArticle() {
        return article;
    }

    public int getAmount() {
        return amount;
    }
}
