package com.acme.clinic;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import java.util.List;

@Entity
public class PetOwner extends Named {
    @OneToMany
    @JoinColumn(name = "owner_id")
    private List<Pet> pets;

    public List<Pet> getPets() {
        return pets;
    }
}
