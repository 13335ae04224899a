package com.acme.stock;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import java.util.Set;

@Entity
public class Shelf {
    @EmbeddedId
    private ShelfId id;

    private String label;

    @OneToMany(mappedBy = "shelf")
    private Set<Box> boxes;

    public ShelfId getId() {
        return id;
    }

    public String getLabel() {
        return label;
    }

    public Set<Box> getBoxes() {
        return boxes;
    }
}
