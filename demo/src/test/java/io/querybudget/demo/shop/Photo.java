package io.querybudget.demo.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** A photo of the shop in a slide show; the shop of the demo has neither large objects nor rows that form a list. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields
class Photo {

    @Id
    @GeneratedValue
    private Long id;

    private String title;

    @Lob
    private byte[] image;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Photo next;

    protected Photo() {}

    Photo(String title, @Nullable Photo next) {
        this.title = title;
        this.image = new byte[] {1, 2, 3};
        this.next = next;
    }

    String title() {
        return title;
    }

    byte[] image() {
        return image;
    }

    @Nullable
    Photo next() {
        return next;
    }
}
