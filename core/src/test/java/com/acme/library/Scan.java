package com.acme.library;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;

/** Bytes each. */
@Entity
public class Scan extends Named {
    @Lob
    private byte[] pixels;

    public byte[] getPixels() {
        return pixels;
    }
}
