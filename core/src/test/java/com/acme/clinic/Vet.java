package com.acme.clinic;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import java.util.Set;

@Entity
public class Vet extends Named {
    @ManyToMany
    @JoinTable(name = "VetSpecialty")
    private Set<Specialty> specialties;

    public Set<Specialty> getSpecialties() {
        return specialties;
    }
}
