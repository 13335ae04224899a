package com.acme.stock;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.SoftDelete;

@Entity
@SoftDelete
public class Coupon extends Named {
    @ManyToOne(fetch = FetchType.LAZY)
    private Campaign campaign;

    public Campaign getCampaign() {
        return campaign;
    }
}
