package com.acme.library;

import com.acme.shop.Named;
import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Lob;

/** A text each, which is only left for later in enhanced classes. */
@Entity
public class Manuscript extends Named {
    @Lob
    @Basic(fetch = FetchType.LAZY)
    private String text;

    public String getText() {
        return text;
    }
}
