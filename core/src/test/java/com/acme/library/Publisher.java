package com.acme.library;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import java.util.Set;

@Entity
public class Publisher extends Named {
    @OneToMany(mappedBy = "publisher")
    private Set<Author> authors;

    public Set<Author> getAuthors() {
        return authors;
    }
}
