package com.acme.stock;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import java.util.Set;

@Entity
@IdClass(PriceId.class)
public class Price {
    @Id
    private Long article;

    @Id
    private String currency;

    private int cents;

    @ElementCollection
    @CollectionTable(
            name = "PriceRemark",
            joinColumns = {
                @JoinColumn(name = "price_article", referencedColumnName = "article"),
                @JoinColumn(name = "price_currency", referencedColumnName = "currency")
            })
    private Set<String> remarks;

    public Long getArticle() {
        return article;
    }

    public String getCurrency() {
        return currency;
    }

    public int getCents() {
        return cents;
    }

    public Set<String> getRemarks() {
        return remarks;
    }
}
