package com.acme.payment;

import com.acme.shop.Named;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.util.Set;

/** What papers have in common; no entity itself. */
@MappedSuperclass
public abstract class Paper extends Named {
    @ManyToOne(fetch = FetchType.LAZY)
    private BankAccount payer;

    @ElementCollection
    private Set<String> keywords;

    public BankAccount getPayer() {
        return payer;
    }

    public Set<String> getKeywords() {
        return keywords;
    }
}
