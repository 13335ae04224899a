package com.acme.payment;

import com.acme.shop.Named;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.Set;

/** A hierarchy in a single table. */
@Entity
public abstract class Payment extends Named {
    @ManyToOne(fetch = FetchType.LAZY)
    private BankAccount account;

    @ElementCollection
    @CollectionTable(name = "PaymentReference")
    private Set<String> references;

    public BankAccount getAccount() {
        return account;
    }

    public Set<String> getReferences() {
        return references;
    }
}
