package com.acme.desk;

import com.acme.shop.Named;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.Set;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

@Entity
public class Sailor extends Named {
    @ManyToOne(fetch = FetchType.LAZY)
    private Crew crew;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "SailorBadge")
    private Set<String> badges;

    public Crew getCrew() {
        return crew;
    }

    public Set<String> getBadges() {
        return badges;
    }
}
