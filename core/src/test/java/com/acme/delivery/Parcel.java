package com.acme.delivery;

import com.acme.shop.Named;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import java.util.Set;

/** One of thousands. */
@Entity
public class Parcel extends Named {
    @ElementCollection
    @CollectionTable(name = "ParcelScan")
    private Set<String> scans;

    public Set<String> getScans() {
        return scans;
    }
}
