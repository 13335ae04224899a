package com.acme.library;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;

/** A text that nobody has written yet. */
@Entity
public class Draft extends Named {
    @Lob
    private String text;

    public String getText() {
        return text;
    }
}
