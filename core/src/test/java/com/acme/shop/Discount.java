package com.acme.shop;

import jakarta.persistence.Embeddable;

@Embeddable
public class Discount {
    private String reason;
    private int percent;

    public String getReason() {
        return reason;
    }

    public int getPercent() {
        return percent;
    }
}
