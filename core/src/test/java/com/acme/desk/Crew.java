package com.acme.desk;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.OneToMany;
import java.util.Set;

/** Has an eager graph: its sailors come by join, their badges by further selects. */
@Entity
public class Crew extends Named {
    @OneToMany(mappedBy = "crew", fetch = FetchType.EAGER)
    private Set<Sailor> sailors;

    public Set<Sailor> getSailors() {
        return sailors;
    }
}
