package com.acme.stock;

import java.io.Serializable;
import java.util.Objects;

/** The key of a price. */
public class PriceId implements Serializable {
    private static final long serialVersionUID = 1;
    private Long article;
    private String currency;

    public PriceId() {}

    public PriceId(Long article, String currency) {
        this.article = article;
        this.currency = currency;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PriceId that
                && Objects.equals(article, that.article)
                && Objects.equals(currency, that.currency);
    }

    @Override
    public int hashCode() {
        return Objects.hash(article, currency);
    }
}
