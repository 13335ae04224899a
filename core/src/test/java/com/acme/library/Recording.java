package com.acme.library;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import java.sql.Blob;

/** Bytes each, behind a locator. */
@Entity
public class Recording extends Named {
    @Lob
    private Blob sound;

    public Blob getSound() {
        return sound;
    }
}
