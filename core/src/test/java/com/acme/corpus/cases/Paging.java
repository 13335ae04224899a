package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import com.acme.library.Author;
import com.acme.shop.Order;
import jakarta.persistence.criteria.Join;
import java.util.List;
import org.hibernate.ScrollMode;
import org.hibernate.ScrollableResults;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.hibernate.query.Query;

/** Pages: cut out in memory, or by the database. Hibernate 7.4 lets the database page more often than 6.6 does. */
public final class Paging {

    private static final String WITH_LINES = "from Order o left join fetch o.lines order by o.id";
    private static final String BY_QUANTITY = "from Order o left join fetch o.lines l order by l.quantity";

    private static Query<Order> orders(Session session, String query) {
        return session.createQuery(query, Order.class);
    }

    @Case(kind = POSITIVE, statements = 1)
    int page_with_a_collection(Session session) {
        List<Order> page =
                orders(session, WITH_LINES).setMaxResults(2).getResultList(); // in-memory pagination: Order.lines on 6
        return page.size();
    }

    @Case(kind = POSITIVE, statements = 1)
    int second_page_with_a_collection(Session session) {
        Query<Order> query = orders(session, WITH_LINES).setFirstResult(2).setMaxResults(2);
        return query.getResultList().size(); // in-memory pagination: Order.lines on 6
    }

    @Case(kind = POSITIVE, statements = 1)
    int limit_of_hql_with_a_collection(Session session) {
        return orders(session, WITH_LINES + " limit 2")
                .getResultList() // in-memory pagination: Order.lines on 6
                .size();
    }

    @Case(kind = POSITIVE, statements = 1)
    long first_of_many_with_a_collection(Session session) {
        Query<Order> query = orders(session, WITH_LINES).setMaxResults(1);
        return query.getSingleResult().getId(); // in-memory pagination: Order.lines on 6
    }

    @Case(kind = POSITIVE, statements = 1)
    int page_with_a_graph(Session session) {
        Query<Author> query = session.createQuery("from Author a order by a.id", Author.class)
                .setHint("jakarta.persistence.fetchgraph", graph(session))
                .setMaxResults(2);
        return query.getResultList().size(); // in-memory pagination: Author.books on 6
    }

    private static Object graph(Session session) {
        var graph = session.createEntityGraph(Author.class);
        graph.addAttributeNodes("books");
        return graph;
    }

    @Case(kind = POSITIVE, statements = 1)
    int rest_with_a_collection(Session session) {
        Query<Order> query = orders(session, WITH_LINES).setFirstResult(4);
        return query.getResultList().size(); // in-memory pagination likely: Order.lines on 6
    }

    @Case(kind = POSITIVE, statements = 1)
    int page_in_the_order_of_a_collection(Session session) {
        Query<Order> query = orders(session, BY_QUANTITY).setMaxResults(2);
        return query.getResultList().size(); // in-memory pagination: Order.lines
    }

    @Case(kind = POSITIVE, statements = 1)
    int limit_of_hql_in_the_order_of_a_collection(Session session) {
        Query<Order> query = orders(session, BY_QUANTITY + " limit 2");
        return query.getResultList().size(); // in-memory pagination: Order.lines
    }

    @Case(kind = POSITIVE, statements = 1)
    int page_in_memory_by_a_hint(Session session) {
        Query<Order> query = orders(session, WITH_LINES)
                .setHint("org.hibernate.limitInMemory", true)
                .setMaxResults(2);
        return query.getResultList().size(); // in-memory pagination: Order.lines
    }

    @Case(kind = POSITIVE, statements = 1)
    int page_by_criteria_in_the_order_of_a_collection(Session session) {
        var builder = session.getCriteriaBuilder();
        var query = builder.createQuery(Order.class);
        var order = query.from(Order.class);
        var lines = (Join<?, ?>) order.fetch("lines");
        query.select(order).orderBy(builder.asc(lines.get("quantity")));
        return session.createQuery(query)
                .setMaxResults(2)
                .getResultList() // in-memory pagination: Order.lines
                .size();
    }

    @Case(kind = REMEDY, statements = 2)
    int page_of_ids(Session session) {
        List<Long> ids = session.createQuery("select o.id from Order o order by o.id", Long.class)
                .setMaxResults(2)
                .getResultList();
        return orders(session, "from Order o left join fetch o.lines where o.id in :ids")
                .setParameter("ids", ids)
                .getResultList()
                .size();
    }

    @Case(kind = REMEDY, statements = 2, settings = "hibernate.default_batch_fetch_size=10")
    int page_and_a_batch(Session session) {
        return orders(session, "from Order o order by o.id").setMaxResults(2).getResultList().stream()
                .mapToInt(order -> order.getLines().size())
                .sum();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int page_without_a_collection(Session session) {
        String query = "from Order o join fetch o.customer order by o.id";
        return orders(session, query).setMaxResults(2).getResultList().size();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int rest_without_a_collection(Session session) {
        return orders(session, "from Order o order by o.id")
                .setFirstResult(4)
                .getResultList()
                .size();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int limit_of_hql_without_a_collection(Session session) {
        return orders(session, "from Order o order by o.id limit 2 offset 2")
                .getResultList()
                .size();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int page_that_holds_all(Session session) {
        return orders(session, WITH_LINES).setMaxResults(100).getResultList().size();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    long only_one_with_a_collection(Session session) {
        Query<Order> query = orders(session, "from Order o left join fetch o.lines where o.id = 3");
        return query.setMaxResults(1).getSingleResult().getId();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int limit_of_a_subquery(Session session) {
        String query = "from Order o left join fetch o.lines"
                + " where o.id in (select i.id from Order i order by i.id fetch first 2 rows only)";
        return orders(session, query).getResultList().size();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int page_of_a_native_query(Session session) {
        return session.createNativeQuery("select * from orders order by id", Order.class)
                .setMaxResults(2)
                .getResultList()
                .size();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int page_of_rows(Session session) {
        return session.createQuery("select o.name, l.id from Order o join o.lines l order by l.id", Object[].class)
                .setMaxResults(4)
                .getResultList()
                .size();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int page_of_a_stateless_session(StatelessSession session) {
        return session.createQuery("from Order o order by o.id", Order.class)
                .setMaxResults(2)
                .getResultList()
                .size();
    }

    /** One more than a page holds tells whether there is a next one. */
    @Case(kind = LOOK_ALIKE, statements = 1)
    int slice(Session session) {
        return orders(session, "from Order o order by o.id")
                .setMaxResults(3)
                .getResultList()
                .size();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int scrolled_page(Session session) {
        int read = 0;
        try (ScrollableResults<Order> rows =
                orders(session, "from Order o order by o.id").setMaxResults(2).scroll(ScrollMode.FORWARD_ONLY)) {
            while (rows.next()) {
                read++;
            }
        }
        return read;
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int text_that_ends_like_a_limit(Session session) {
        return list(session, "from Order o left join fetch o.lines where o.name <> 'limit 2'", Order.class)
                .size();
    }
}
