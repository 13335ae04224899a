package com.acme.library;

import com.acme.shop.Named;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import org.hibernate.Length;

/** A text without a limit each. */
@Entity
public class Essay extends Named {
    @Column(length = Length.LONG32)
    private String body;

    public String getBody() {
        return body;
    }
}
