package com.acme.delivery;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

@Entity
public class SeaShipment extends Shipment {
    @ManyToOne(fetch = FetchType.LAZY)
    private Harbour harbour;

    public Harbour getHarbour() {
        return harbour;
    }
}
