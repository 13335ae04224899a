package com.acme.stock;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import java.util.Set;

@Entity
public class Campaign extends Named {
    @OneToMany(mappedBy = "campaign")
    private Set<Coupon> coupons;

    public Set<Coupon> getCoupons() {
        return coupons;
    }
}
