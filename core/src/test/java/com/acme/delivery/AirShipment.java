package com.acme.delivery;

import jakarta.persistence.Entity;

@Entity
public class AirShipment extends Shipment {
    private String flight;

    public String getFlight() {
        return flight;
    }
}
