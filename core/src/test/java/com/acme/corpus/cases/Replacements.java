package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import com.acme.shop.Named;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.Hibernate;
import org.hibernate.Session;

/** Collections of which a few rows change, or all of them; each article has four rows in each collection. */
// Columns are mapped that no case reads.
@SuppressWarnings("unused")
public final class Replacements {

    private static Article article(Session session) {
        return session.find(Article.class, 1L);
    }

    @Case(kind = POSITIVE, statements = 8)
    void one_more_in_a_bag(Session session) {
        // fix: a Set, or @OrderColumn, for the List Article.tags, so that only the rows that change are written
        // fix: leaves 3 statements
        article(session).tags.add("new");
        session.flush(); // recreated collection likely: Article.tags
    }

    @Case(kind = POSITIVE, statements = 6)
    void one_less_in_a_bag_of_entities(Session session) {
        article(session).editors.remove(0);
        session.flush(); // recreated collection likely: Article.editors
    }

    @Case(kind = POSITIVE, statements = 9)
    void one_more_in_a_bag_with_a_join_table(Session session) {
        Figure figure = new Figure(90, "Figure 90");
        session.persist(figure);
        article(session).figures.add(figure);
        session.flush(); // recreated collection likely: Article.figures
    }

    @Case(kind = POSITIVE, statements = 8)
    void another_set(Session session) {
        // fix: clear() and addAll(…) on Article.topics instead of another collection in its place, so that only the
        // rows
        // that change are written
        // fix: leaves 3 statements
        Article article = article(session);
        Set<String> topics = new HashSet<>(article.topics);
        topics.add("new");
        article.topics = topics;
        session.flush(); // recreated collection likely: Article.topics
    }

    @Case(kind = POSITIVE, statements = 8)
    void another_bag(Session session) {
        // fix: a Set, or @OrderColumn, for the List Article.tags, changed by clear() and addAll(…) instead of another
        // collection in its place, so that only the rows that change are written
        // fix: leaves 3 statements
        Article article = article(session);
        List<String> tags = new ArrayList<>(article.tags);
        tags.add("new");
        article.tags = tags;
        session.flush(); // recreated collection likely: Article.tags
    }

    @Case(kind = POSITIVE, statements = 7)
    void another_ordered_list_of_the_same(Session session) {
        Article article = article(session);
        article.steps = new ArrayList<>(article.steps);
        session.flush(); // recreated collection likely: Article.steps
    }

    @Case(kind = POSITIVE, statements = 8)
    void one_more_with_columns_that_may_be_null(Session session) {
        // fix: @Column(nullable = false) on all attributes of the elements of Article.links, so that only the rows that
        // change are written
        // fix: leaves 3 statements
        article(session).links.add(new Link("new", "l"));
        session.flush(); // recreated collection likely: Article.links
    }

    @Case(kind = POSITIVE, statements = 9)
    void one_less_in_the_bags_of_two(Session session) {
        list(session, "from Article a left join fetch a.tags where a.id <= 2", Article.class)
                .forEach(article -> article.tags.remove(0));
        session.flush(); // recreated collection likely: Article.tags
    }

    @Case(kind = POSITIVE, statements = 4, settings = "hibernate.jdbc.batch_size=20")
    void one_more_in_a_bag_in_batches(Session session) {
        // fix: a Set, or @OrderColumn, for the List Article.tags, so that only the rows that change are written
        article(session).tags.add("new");
        session.flush(); // recreated collection likely: Article.tags
    }

    @Case(kind = POSITIVE, statements = 8)
    void merged_bag(Session session) {
        Article article = article(session);
        Hibernate.initialize(article.tags);
        session.clear();
        article.tags.remove("tag 1");
        session.merge(article);
        session.flush(); // recreated collection likely: Article.tags
    }

    @Case(kind = POSITIVE, statements = 7)
    void bag_as_it_was(Session session) {
        List<String> tags = article(session).tags;
        tags.add("new");
        tags.remove("new");
        session.flush(); // recreated collection likely: Article.tags
    }

    @Case(kind = REMEDY, statements = 3, repairs = "one_more_in_a_bag")
    void one_more_in_a_set(Session session) {
        article(session).topics.add("new");
        session.flush();
    }

    @Case(kind = REMEDY, statements = 3, repairs = "another_set")
    void set_changed_in_place(Session session) {
        Article article = article(session);
        Set<String> topics = new HashSet<>(article.topics);
        topics.add("new");
        article.topics.clear();
        article.topics.addAll(topics);
        session.flush();
    }

    @Case(kind = REMEDY, statements = 3, repairs = "one_more_with_columns_that_may_be_null")
    void one_more_with_a_column_that_is_not_null(Session session) {
        article(session).sources.add(new Source("new", "l"));
        session.flush();
    }

    @Case(kind = REMEDY, statements = 3, repairs = "one_more_in_a_bag")
    void one_more_in_an_ordered_list(Session session) {
        article(session).steps.add("new");
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 6)
    void other_rows_in_a_bag(Session session) {
        Article article = article(session);
        Hibernate.initialize(article.tags);
        article.tags.clear();
        article.tags.addAll(List.of("one", "two", "three"));
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    void no_more_rows_in_a_bag(Session session) {
        article(session).tags.clear();
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 6)
    void another_set_of_other_rows(Session session) {
        Article article = article(session);
        Hibernate.initialize(article.topics);
        article.topics = new HashSet<>(Set.of("one", "two", "three"));
        session.flush();
    }

    /** The rows that were there are not known, and not read either. */
    @Case(kind = LOOK_ALIKE, statements = 5)
    void another_set_unseen(Session session) {
        article(session).topics = new HashSet<>(Set.of("topic 1", "topic 2", "new"));
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    void one_less_in_a_set(Session session) {
        article(session).topics.remove("topic 1");
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    void last_one_of_an_ordered_list(Session session) {
        article(session).steps.remove(3);
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    void orphan(Session session) {
        article(session).remarks.remove(0);
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 8)
    void first_rows(Session session) {
        Article article = new Article(50, "New");
        article.tags = new ArrayList<>(List.of("one", "two", "three"));
        article.topics = new HashSet<>(Set.of("one", "two", "three"));
        session.persist(article);
        session.flush();
        session.flush();
        article.steps = new ArrayList<>(List.of("one"));
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 5)
    void one_more_in_a_bag_of_one(Session session) {
        Article article = session.find(Article.class, 3L);
        article.tags.add("new");
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 14)
    void deleted_owner(Session session) {
        session.remove(article(session));
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    void merged_as_it_was(Session session) {
        Article article = article(session);
        session.clear();
        article.setName("Other");
        session.merge(article);
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    int only_read(Session session) {
        int tags = article(session).tags.size();
        session.flush();
        return tags;
    }

    @Entity(name = "Article")
    public static class Article extends Named {
        @ElementCollection
        private List<String> tags = new ArrayList<>();

        @ElementCollection
        private Set<String> topics = new HashSet<>();

        @ElementCollection
        @OrderColumn(name = "place")
        private List<String> steps = new ArrayList<>();

        @ElementCollection
        private Set<Link> links = new HashSet<>();

        @ElementCollection
        private Set<Source> sources = new HashSet<>();

        @ManyToMany
        private List<Editor> editors = new ArrayList<>();

        @OneToMany(cascade = CascadeType.PERSIST)
        private List<Figure> figures = new ArrayList<>();

        @OneToMany(mappedBy = "article", cascade = CascadeType.ALL, orphanRemoval = true)
        private List<Remark> remarks = new ArrayList<>();

        Article() {}

        Article(long id, String name) {
            super(id, name);
        }
    }

    @Embeddable
    public record Link(String url, String label) {}

    @Embeddable
    public record Source(
            @Column(nullable = false) String url,
            @Column(nullable = false) String label) {}

    @Entity(name = "Editor")
    public static class Editor extends Named {}

    @Entity(name = "Figure")
    public static class Figure extends Named {
        Figure() {}

        Figure(long id, String name) {
            super(id, name);
        }
    }

    @Entity(name = "Remark")
    public static class Remark extends Named {
        @ManyToOne
        private Article article;
    }
}
