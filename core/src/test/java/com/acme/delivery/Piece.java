package com.acme.delivery;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

@Entity
public class Piece extends Named {
    @ManyToOne(fetch = FetchType.LAZY)
    private Shipment shipment;

    public Shipment getShipment() {
        return shipment;
    }
}
