package com.acme.library;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedAttributeNode;
import jakarta.persistence.NamedEntityGraph;
import jakarta.persistence.OneToMany;
import java.util.List;
import java.util.Set;

/** Three books and six awards each. */
@Entity
@NamedEntityGraph(
        name = "Author.works",
        attributeNodes = {@NamedAttributeNode("books"), @NamedAttributeNode("awards")})
public class Author extends Named {
    @ManyToOne(fetch = FetchType.LAZY)
    private Publisher publisher;

    @OneToMany(mappedBy = "author")
    private List<Book> books;

    @OneToMany(mappedBy = "author")
    private Set<Award> awards;

    public Publisher getPublisher() {
        return publisher;
    }

    public List<Book> getBooks() {
        return books;
    }

    public Set<Award> getAwards() {
        return awards;
    }
}
