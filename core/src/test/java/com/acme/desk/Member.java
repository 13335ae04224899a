package com.acme.desk;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

@Entity
public class Member extends Named {
    @ManyToOne(fetch = FetchType.LAZY)
    private Team team;

    public Team getTeam() {
        return team;
    }
}
