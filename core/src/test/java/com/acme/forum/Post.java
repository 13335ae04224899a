package com.acme.forum;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import org.hibernate.annotations.SQLDelete;
import org.hibernate.annotations.SQLRestriction;

@Entity
@SQLRestriction("hidden = false")
@SQLDelete(sql = "update Post set hidden = true where id = ?")
@NamedQuery(name = "Post.ofTopic", query = "from Post p where p.topic.id = :topic order by p.id")
public class Post extends Named {
    @ManyToOne(fetch = FetchType.LAZY)
    private Topic topic;

    @ManyToOne(fetch = FetchType.LAZY)
    private Writer writer;

    private boolean hidden;

    public Topic getTopic() {
        return topic;
    }

    public Writer getWriter() {
        return writer;
    }

    public boolean getHidden() {
        return hidden;
    }
}
