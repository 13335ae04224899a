package com.acme.clinic;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.Set;

@Entity
public class Pet extends Named {
    @OneToMany(mappedBy = "pet")
    @OrderBy("day")
    private Set<Checkup> checkups;

    public Set<Checkup> getCheckups() {
        return checkups;
    }
}
