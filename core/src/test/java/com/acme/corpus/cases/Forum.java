package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.countBy;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import com.acme.forum.Keyword;
import com.acme.forum.Mood;
import com.acme.forum.Pin;
import com.acme.forum.Post;
import com.acme.forum.Topic;
import com.acme.forum.Writer;
import io.querybudget.recording.UnitOfWork;
import jakarta.persistence.LockModeType;
import jakarta.persistence.NoResultException;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.hibernate.ScrollMode;
import org.hibernate.ScrollableResults;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/** Topics, their posts, of which some are hidden, and writers with permissions. */
public final class Forum {

    private static final String TOPICS = "from Topic t order by t.id";

    @Case(kind = POSITIVE, statements = 8)
    String rows_of_pages(Session session) {
        StringBuilder names = new StringBuilder();
        List<Topic> page;
        int first = 0;
        do {
            page = session.createQuery(TOPICS, Topic.class)
                    .setFirstResult(first)
                    .setMaxResults(4)
                    .getResultList();
            for (Topic topic : page) {
                names.append(topic.getStarter().getName()); // N+1: Topic.starter
            }
            session.clear();
            first += 4;
        } while (page.size() == 4);
        return names.toString();
    }

    /** Half of the topics lead to a query, and a foreign key ties the posts to them. */
    @Case(kind = POSITIVE, statements = 4)
    long count_for_some_rows(Session session) {
        long posts = 0;
        for (Topic topic : all(session, Topic.class)) {
            if (topic.getId() % 2 == 0) {
                posts += countBy(session, "Post", "topic.id", topic.getId())
                        .getSingleResult(); // N+1 likely: Topic.posts
            }
        }
        return posts;
    }

    /** The last page has one row. */
    @Case(kind = POSITIVE, statements = 8)
    int rows_of_a_page_and_a_last_row(Session session) {
        int letters = 0;
        for (int first = 0; first < 6; first += 5) {
            var query = session.createQuery(TOPICS, Topic.class).setFirstResult(first);
            for (Topic topic : query.setMaxResults(5).getResultList()) {
                letters += topic.getStarter().getName().length(); // N+1: Topic.starter
            }
            session.clear();
        }
        return letters;
    }

    @Case(kind = POSITIVE, statements = 7)
    long count_by_a_constant_and_a_key(Session session) {
        long posts = 0;
        for (Topic topic : all(session, Topic.class)) {
            var query = session.createQuery(
                    "select count(p) from Post p where p.name <> :name and p.topic = :topic", Long.class);
            query.setParameter("name", "Post 1").setParameter("topic", topic);
            posts += query.getSingleResult(); // N+1: table Post
        }
        return posts;
    }

    /** The words are unique keys. */
    @Case(kind = POSITIVE, statements = 4)
    int words_from_outside(Session session) {
        int known = 0;
        for (String word : List.of("java", "go", "sql", "rust")) {
            var query = session.createQuery("from Keyword k where k.word = :word", Keyword.class);
            known += query.setParameter("word", word).getResultList().size(); // N+1 likely: table Keyword
        }
        return known;
    }

    @Case(kind = POSITIVE, statements = 4)
    int find_or_create_by_id(Session session) {
        int known = 0;
        for (Long id : List.of(2L, 901L, 1L, 902L)) {
            Keyword keyword = session.find(Keyword.class, id); // N+1 likely: table Keyword
            if (keyword == null) {
                session.persist(new Keyword(id, "word " + id));
            } else {
                known++;
            }
        }
        return known;
    }

    /** Each owner comes alone. */
    @Case(kind = POSITIVE, statements = 12)
    int rows_of_pages_of_one(Session session) {
        int posts = 0;
        for (int row = 0; row < 6; row++) {
            Topic topic = session.createQuery(TOPICS, Topic.class)
                    .setFirstResult(row)
                    .setMaxResults(1)
                    .getSingleResult();
            posts += topic.getPosts().size(); // N+1 likely: Topic.posts
        }
        return posts;
    }

    /** Two of four names are new, and the first new one is written before the third query. */
    @Case(kind = POSITIVE, statements = 5)
    int find_or_create(Session session) {
        int letters = 0;
        long next = 901;
        for (String name : List.of("java", "go", "sql", "rust")) {
            var query = session.createQuery("from Keyword k where k.word = :name", Keyword.class);
            List<Keyword> known = query.setParameter("name", name).getResultList(); // N+1 likely: table Keyword
            if (known.isEmpty()) {
                session.persist(new Keyword(next++, name));
            }
            letters += name.length();
        }
        return letters;
    }

    @Case(kind = REMEDY, statements = 1)
    int find_or_create_after_one_query(Session session) {
        List<String> names = List.of("java", "go", "sql", "rust");
        List<String> known = session.createQuery("select k.word from Keyword k where k.word in :names", String.class)
                .setParameter("names", names)
                .getResultList();
        long next = 901;
        for (String name : names) {
            if (!known.contains(name)) {
                session.persist(new Keyword(next++, name));
            }
        }
        return known.size();
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    int stateless_inserts(StatelessSession session) {
        for (long id = 911; id <= 913; id++) {
            session.insert(new Keyword(id, "keyword " + id));
        }
        return 3;
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    int stateless_upserts(StatelessSession session) {
        for (long id = 2; id <= 4; id++) {
            session.upsert(new Keyword(id, "keyword " + id));
        }
        return 3;
    }

    @Case(kind = POSITIVE, statements = 6)
    String map_in_front_of_find(Session session) {
        Map<Long, Writer> cache = new HashMap<>();
        StringBuilder names = new StringBuilder();
        for (Post post : all(session, Post.class)) {
            Long id = post.getWriter().getId();
            Writer writer = cache.computeIfAbsent(id, key -> session.find(Writer.class, key)); // N+1: table Writer
            names.append(writer.getName());
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 4)
    int loop_that_stops_early(Session session) {
        int posts = 0;
        for (Topic topic : all(session, Topic.class)) {
            posts += topic.getPosts().size(); // N+1: Topic.posts
            if (topic.getId() == 3) {
                break;
            }
        }
        return posts;
    }

    @Case(kind = POSITIVE, statements = 7)
    int missing_rows_that_are_caught(Session session) {
        int pinned = 0;
        for (Topic topic : all(session, Topic.class)) {
            try {
                var query = session.createQuery("from Pin p where p.topic.id = :topic", Pin.class);
                query.setParameter("topic", topic.getId()).getSingleResult(); // N+1: table Pin
                pinned++;
            } catch (NoResultException e) {
                pinned--;
            }
        }
        return pinned;
    }

    @Case(kind = POSITIVE, statements = 6)
    long query_per_projected_row(Session session) {
        record WriterRow(Long id, String name) {}
        List<WriterRow> rows = list(session, "select w.id, w.name from Writer w order by w.id", WriterRow.class);
        long permissions = 0;
        for (WriterRow row : rows) {
            String query = "select count(p) from Writer w join w.permissions p where w.id = :id";
            permissions += session.createQuery(query, Long.class)
                    .setParameter("id", row.id())
                    .getSingleResult(); // N+1: table Writer
        }
        return permissions;
    }

    @Case(kind = POSITIVE, statements = 7)
    int criteria_query_per_row(Session session) {
        int posts = 0;
        for (Topic topic : all(session, Topic.class)) {
            CriteriaBuilder builder = session.getCriteriaBuilder();
            CriteriaQuery<Post> query = builder.createQuery(Post.class);
            Root<Post> post = query.from(Post.class);
            query.where(builder.equal(post.get("topic"), topic));
            posts += session.createQuery(query).getResultList().size(); // N+1: table Post
        }
        return posts;
    }

    @Case(kind = POSITIVE, statements = 7)
    int named_query_per_row(Session session) {
        int posts = 0;
        for (Topic topic : all(session, Topic.class)) {
            var query = session.createNamedQuery("Post.ofTopic", Post.class);
            posts += query.setParameter("topic", topic.getId()).getResultList().size(); // N+1: table Post
        }
        return posts;
    }

    @Case(kind = LOOK_ALIKE, statements = 5)
    long count_per_constant_of_an_enum(Session session) {
        long topics = all(session, Topic.class).size();
        for (Mood mood : Mood.values()) {
            topics += countBy(session, "Topic", "mood", mood).getSingleResult();
        }
        return topics;
    }

    @Case(kind = LOOK_ALIKE, statements = 7)
    int same_key_for_each_row(Session session) {
        int permissions = 0;
        for (Topic topic : all(session, Topic.class)) {
            permissions += topic.getName().length();
            permissions += session.createQuery("from Permission p where p.name = 'Permission 1'", Object.class)
                    .getResultList()
                    .size();
        }
        return permissions;
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    int locks_of_one_row_again_and_again(Session session) {
        int letters = 0;
        for (int attempt = 1; attempt <= 3; attempt++) {
            letters += session.find(Topic.class, 1L, LockModeType.PESSIMISTIC_WRITE)
                    .getName()
                    .length();
            session.clear();
        }
        return letters;
    }

    @Case(kind = POSITIVE, statements = 12)
    String stream_with_two_levels(Session session) {
        StringBuilder names = new StringBuilder();
        try (Stream<Topic> topics = session.createQuery(TOPICS, Topic.class).getResultStream()) {
            topics.forEach(topic -> {
                for (Post post : topic.getPosts()) { // N+1: Topic.posts
                    names.append(post.getWriter().getName()); // N+1: Post.writer in Topic.posts
                }
            });
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 7)
    int read_only_session(Session session) {
        session.setDefaultReadOnly(true);
        int posts = 0;
        for (Topic topic : all(session, Topic.class)) {
            posts += topic.getPosts().size(); // N+1: Topic.posts
        }
        return posts;
    }

    @Case(kind = POSITIVE, statements = 6)
    String stateless_get_while_scrolling(StatelessSession session, SessionFactory factory) {
        StringBuilder names = new StringBuilder();
        try (StatelessSession second = factory.openStatelessSession();
                ScrollableResults<Long> ids = session.createQuery("select w.id from Writer w order by w.id", Long.class)
                        .scroll(ScrollMode.FORWARD_ONLY)) {
            while (ids.next()) {
                names.append(second.get(Writer.class, ids.get()).getName()); // N+1: table Writer
            }
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 7)
    int futures(Session session, SessionFactory factory, UnitOfWork unit) {
        List<CompletableFuture<Void>> futures = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            for (Long id : list(session, "select t.id from Topic t order by t.id", Long.class)) {
                futures.add(CompletableFuture.runAsync(unit.wrap(() -> read(factory, id)), pool));
            }
            futures.forEach(CompletableFuture::join);
        } finally {
            pool.shutdown();
        }
        return futures.size();
    }

    private static void read(SessionFactory factory, Long id) {
        try (Session session = factory.openSession()) {
            session.find(Topic.class, id); // N+1: table Topic for futures
        }
    }

    @Case(kind = POSITIVE, statements = 5)
    String references_of_which_two_are_managed(Session session) {
        StringBuilder names = new StringBuilder();
        names.append(
                list(session, "from Writer w where w.id <= 2", Writer.class).size());
        for (Post post : all(session, Post.class)) {
            names.append(post.getWriter().getName()); // N+1: Post.writer
        }
        return names.toString();
    }

    @Case(kind = POSITIVE, statements = 7)
    int keys_of_a_map_of_entities(Session session) {
        Map<Topic, String> names = new HashMap<>();
        all(session, Topic.class).forEach(topic -> names.put(topic, topic.getName()));
        int posts = 0;
        for (Map.Entry<Topic, String> entry : names.entrySet()) {
            posts += entry.getKey().getPosts().size(); // N+1: Topic.posts
        }
        return posts;
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    void deletes_that_only_hide(Session session) {
        for (Post post : list(session, "from Post p where p.id <= 3", Post.class)) {
            session.remove(post);
        }
        session.flush();
    }
}
