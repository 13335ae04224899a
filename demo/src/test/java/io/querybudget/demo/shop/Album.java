package io.querybudget.demo.shop;

import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A book of photos, with collections that cost more to write than they have to, and the same mapped as they should be. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields
class Album {

    @Id
    @GeneratedValue
    private Long id;

    private String title;

    @ElementCollection
    private List<String> tags = new ArrayList<>();

    @ElementCollection
    private Set<String> places = new HashSet<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "album_id")
    private List<Chapter> chapters = new ArrayList<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "album_id", nullable = false, updatable = false)
    private List<Page> pages = new ArrayList<>();

    protected Album() {}

    Album(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    List<String> tags() {
        return tags;
    }

    Set<String> places() {
        return places;
    }

    List<Chapter> chapters() {
        return chapters;
    }

    List<Page> pages() {
        return pages;
    }
}
