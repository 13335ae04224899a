package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import com.acme.library.Author;
import com.acme.library.Publisher;
import com.acme.shop.Order;
import com.acme.shop.OrderLine;
import com.acme.tuned.Basket;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.ScrollMode;
import org.hibernate.ScrollableResults;
import org.hibernate.Session;
import org.hibernate.StatelessSession;

/** Several collections that one query fetches: of the same owner, of each other's elements, and small ones. */
public final class Products {

    private static final String WORKS = "from Author a left join fetch a.books left join fetch a.awards";

    private static int works(List<Author> authors) {
        return authors.stream()
                .mapToInt(
                        author -> author.getBooks().size() + author.getAwards().size())
                .sum();
    }

    @Case(kind = POSITIVE, statements = 1)
    int two_collections(Session session) {
        return works(session.createQuery(WORKS, Author.class)
                .getResultList()); // cartesian product: Author.awards × Author.books
    }

    @Case(kind = POSITIVE, statements = 1)
    int three_collections(Session session) {
        String query = "from Order o left join fetch o.lines left join fetch o.notes left join fetch o.remarks";
        List<Order> orders = session.createQuery(query, Order.class)
                .getResultList(); // cartesian product: Order.lines × Order.notes × Order.remarks
        return orders.size();
    }

    @Case(kind = POSITIVE, statements = 1)
    int collection_and_elements(Session session) {
        String query = "from Order o left join fetch o.lines left join fetch o.remarks";
        return session.createQuery(query, Order.class)
                .getResultList() // cartesian product: Order.lines × Order.remarks
                .size();
    }

    @Case(kind = POSITIVE, statements = 1)
    int two_collections_by_a_graph(Session session) {
        return works(session.createQuery("from Author a", Author.class)
                .setHint("jakarta.persistence.fetchgraph", session.getEntityGraph("Author.works"))
                .getResultList()); // cartesian product: Author.awards × Author.books
    }

    @Case(kind = POSITIVE, statements = 1)
    int two_collections_by_criteria(Session session) {
        var query = session.getCriteriaBuilder().createQuery(Author.class);
        var author = query.from(Author.class);
        author.fetch("books");
        author.fetch("awards");
        return works(session.createQuery(query).getResultList()); // cartesian product: Author.awards × Author.books
    }

    @Case(kind = POSITIVE, statements = 1)
    int two_collections_of_elements(Session session) {
        String query = "from Publisher p left join fetch p.authors a left join fetch a.books left join fetch a.awards";
        return session.createQuery(query, Publisher.class)
                .getResultList() // cartesian product: Author.awards × Author.books
                .size();
    }

    @Case(kind = POSITIVE, statements = 1)
    int two_collections_of_a_to_one(Session session) {
        String query = "from OrderLine l join fetch l.order o left join fetch o.lines left join fetch o.notes";
        return session.createQuery(query, OrderLine.class)
                .getResultList() // cartesian product: Order.lines × Order.notes
                .size();
    }

    /** Nothing new comes of the rows, but all of them are read again. */
    @Case(kind = POSITIVE, statements = 2)
    int two_collections_of_managed_owners(Session session) {
        int before = list(session, "from Author a left join fetch a.books", Author.class)
                .size();
        return before
                + works(session.createQuery(WORKS, Author.class)
                        .getResultList()); // cartesian product: Author.awards × Author.books
    }

    @Case(kind = POSITIVE, statements = 1)
    int stream_of_two_collections(Session session) {
        try (Stream<Author> authors = session.createQuery(WORKS, Author.class)
                .getResultStream()) { // cartesian product: Author.awards × Author.books
            return authors.mapToInt(author -> works(List.of(author))).sum();
        }
    }

    @Case(kind = POSITIVE, statements = 1)
    int scroll_of_two_collections(Session session) {
        int works = 0;
        try (ScrollableResults<Author> authors = session.createQuery(WORKS, Author.class)
                .scroll(ScrollMode.FORWARD_ONLY)) { // cartesian product: Author.awards × Author.books
            while (authors.next()) {
                works += works(List.of(authors.get()));
            }
        }
        return works;
    }

    @Case(kind = POSITIVE, statements = 1)
    int stream_that_forgets_what_it_read(Session session) {
        int works = 0;
        try (Stream<Author> authors = session.createQuery(WORKS, Author.class)
                .setFetchSize(10)
                .getResultStream()) { // cartesian product: Author.awards × Author.books
            for (Author author : (Iterable<Author>) authors::iterator) {
                works += works(List.of(author));
                session.detach(author);
            }
        }
        return works;
    }

    @Case(kind = POSITIVE, statements = 1)
    int stream_of_two_collections_that_stops_early(Session session) {
        try (Stream<Author> authors = session.createQuery(WORKS, Author.class)
                .getResultStream()) { // cartesian product: Author.awards × Author.books
            return authors.limit(2).mapToInt(author -> works(List.of(author))).sum();
        }
    }

    @Case(kind = POSITIVE, statements = 1)
    int stream_of_a_stateless_session(StatelessSession session) {
        try (Stream<Author> authors = session.createQuery(WORKS, Author.class)
                .getResultStream()) { // cartesian product: Author.awards × Author.books
            return authors.mapToInt(author -> works(List.of(author))).sum();
        }
    }

    @Case(kind = POSITIVE, statements = 1)
    long stream_of_two_collections_of_elements(Session session) {
        String query = "from Publisher p left join fetch p.authors a left join fetch a.books left join fetch a.awards";
        try (Stream<Publisher> publishers = session.createQuery(query, Publisher.class)
                .getResultStream()) { // cartesian product: Author.awards × Author.books
            return publishers.map(Publisher::getId).filter(id -> id > 0).count();
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    long stream_of_one_collection(Session session) {
        String query = "from Author a join fetch a.publisher left join fetch a.awards";
        try (Stream<Author> authors = session.createQuery(query, Author.class).getResultStream()) {
            return authors.map(Author::getId).filter(id -> id > 0).count();
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    long stream_of_a_collection_of_a_collection(Session session) {
        String query = "from Publisher p left join fetch p.authors a left join fetch a.books";
        try (Stream<Publisher> publishers =
                session.createQuery(query, Publisher.class).getResultStream()) {
            return publishers.map(Publisher::getId).filter(id -> id > 0).count();
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int stream_of_one_owner(Session session) {
        try (Stream<Author> authors =
                session.createQuery(WORKS + " where a.id = 1", Author.class).getResultStream()) {
            return authors.mapToInt(author -> works(List.of(author))).sum();
        }
    }

    /** The first owner only, of a few rows. */
    @Case(kind = LOOK_ALIKE, statements = 1)
    int stream_that_stops_at_the_first(Session session) {
        try (Stream<Author> authors = session.createQuery(WORKS, Author.class).getResultStream()) {
            return works(List.of(authors.findFirst().orElseThrow()));
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int stream_that_is_not_read(Session session) {
        session.createQuery(WORKS, Author.class).getResultStream().close();
        return 0;
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    long stream_of_two_collections_of_one_element(Session session) {
        String query = "from Basket b left join fetch b.items left join fetch b.vouchers";
        try (Stream<Basket> baskets = session.createQuery(query, Basket.class).getResultStream()) {
            return baskets.filter(basket -> basket != null).count();
        }
    }

    @Case(kind = REMEDY, statements = 2)
    int one_collection_per_query(Session session) {
        int books = list(session, "from Author a left join fetch a.books", Author.class)
                .size();
        return books + works(list(session, "from Author a left join fetch a.awards", Author.class));
    }

    @Case(kind = REMEDY, statements = 2, settings = "hibernate.default_batch_fetch_size=10")
    int second_collection_in_a_batch(Session session) {
        return works(list(session, "from Author a left join fetch a.books", Author.class));
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int one_collection(Session session) {
        String query = "from Author a join fetch a.publisher left join fetch a.awards";
        return list(session, query, Author.class).size();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int collection_of_a_collection(Session session) {
        String query = "from Publisher p left join fetch p.authors a left join fetch a.books";
        return list(session, query, Publisher.class).size();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int two_collections_of_one_element(Session session) {
        String query = "from Basket b left join fetch b.items left join fetch b.vouchers";
        return list(session, query, Basket.class).size();
    }

    /** Forty rows, as two queries would read. */
    @Case(kind = LOOK_ALIKE, statements = 1)
    int two_collections_of_two_elements(Session session) {
        String query = "from Order o left join fetch o.notes left join fetch o.remarks";
        return list(session, query, Order.class).size();
    }

    /** Eighteen rows in one round trip. */
    @Case(kind = LOOK_ALIKE, statements = 1)
    int two_collections_of_one_owner(Session session) {
        return works(list(session, WORKS + " where a.id = 1", Author.class));
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int two_empty_collections(Session session) {
        return works(list(session, WORKS + " where a.id > 100", Author.class));
    }

    /** The condition needs the join; one collection is fetched. */
    @Case(kind = LOOK_ALIKE, statements = 1)
    int join_for_a_condition(Session session) {
        String query = "select distinct o from Order o join o.lines l left join fetch o.notes where l.quantity > 0";
        return list(session, query, Order.class).size();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int rows_of_a_report(Session session) {
        String query = "select a.name, b.name, w.name from Author a join a.books b join a.awards w";
        return list(session, query, Object[].class).size();
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    int two_collections_when_they_are_used(Session session) {
        Author author = all(session, Author.class).get(0);
        return author.getBooks().size() + author.getAwards().size();
    }
}
