package com.acme.delivery;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.Set;

/** A joined hierarchy. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public abstract class Shipment extends Named {
    @ManyToOne(fetch = FetchType.LAZY)
    private Carrier carrier;

    @OneToMany(mappedBy = "shipment")
    private Set<Piece> pieces;

    public Carrier getCarrier() {
        return carrier;
    }

    public Set<Piece> getPieces() {
        return pieces;
    }
}
