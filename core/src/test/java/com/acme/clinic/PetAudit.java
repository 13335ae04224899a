package com.acme.clinic;

import com.acme.shop.Named;
import jakarta.persistence.Entity;

/** A row of history that no key ties to its pet. */
@Entity
public class PetAudit extends Named {
    private Long petId;

    private int revision;

    public Long getPetId() {
        return petId;
    }

    public int getRevision() {
        return revision;
    }
}
