package com.acme.forum;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

@Entity
public class Pin extends Named {
    @ManyToOne(fetch = FetchType.LAZY)
    private Topic topic;

    public Topic getTopic() {
        return topic;
    }
}
