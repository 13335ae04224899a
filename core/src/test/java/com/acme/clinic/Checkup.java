package com.acme.clinic;

import com.acme.shop.Named;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;

@Entity
public class Checkup extends Named {
    @ManyToOne(fetch = FetchType.LAZY)
    private Pet pet;

    @ManyToOne(fetch = FetchType.LAZY)
    private Vet vet;

    @Column(name = "day_of_checkup")
    private LocalDate day;

    public Pet getPet() {
        return pet;
    }

    public Vet getVet() {
        return vet;
    }

    public LocalDate getDay() {
        return day;
    }
}
