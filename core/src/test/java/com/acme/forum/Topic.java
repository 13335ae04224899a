package com.acme.forum;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.List;

@Entity
public class Topic extends Named {
    @ManyToOne(fetch = FetchType.LAZY)
    private Writer starter;

    @OneToMany(mappedBy = "topic")
    private List<Post> posts;

    @Enumerated(EnumType.STRING)
    private Mood mood;

    public Writer getStarter() {
        return starter;
    }

    public List<Post> getPosts() {
        return posts;
    }

    public Mood getMood() {
        return mood;
    }
}
