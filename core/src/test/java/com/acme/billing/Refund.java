package com.acme.billing;

import com.acme.payment.CardPayment;
import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

@Entity
public class Refund extends Named {
    @ManyToOne(fetch = FetchType.LAZY)
    private CardPayment payment;

    public CardPayment getPayment() {
        return payment;
    }
}
