package com.acme.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import java.util.Map;
import org.hibernate.annotations.NaturalId;

@Entity
public class Product extends Named {
    @NaturalId
    private String sku;

    @ManyToOne(fetch = FetchType.LAZY)
    private Category category;

    @OneToMany(mappedBy = "product")
    @MapKey(name = "language")
    private Map<String, Translation> translations;

    protected Product() {}

    public Product(long id, String name, String sku) {
        super(id, name);
        this.sku = sku;
    }

    public String getSku() {
        return sku;
    }

    public Category getCategory() {
        return category;
    }

    public Map<String, Translation> getTranslations() {
        return translations;
    }
}
