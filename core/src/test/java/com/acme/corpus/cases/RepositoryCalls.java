package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import com.acme.shop.Order;
import com.acme.shop.OrderLine;
import io.querybudget.recording.CauseFrame;
import jakarta.persistence.EntityGraph;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;

/** What Spring Data executes for methods of a repository, whose forms differ from those that fixes have elsewhere. */
// Applications still use deprecated forms.
@SuppressWarnings({"deprecation", "removal"})
public final class RepositoryCalls {

    private static EntityGraph<Order> withLines(Session session) {
        EntityGraph<Order> graph = session.createEntityGraph(Order.class);
        graph.addAttributeNodes("lines");
        return graph;
    }

    private static Order findById(Session session, Long id) {
        Map<String, Object> hints = Map.of("jakarta.persistence.fetchgraph", withLines(session));
        try (CauseFrame call = CauseFrame.openRepositoryCall("OrderRepository.findById", false)) {
            return session.find(Order.class, id, hints); // N+1: table orders for find_each_with_a_graph
        }
    }

    private static List<Long> ids(Session session) {
        return list(session, "select o.id from Order o order by o.id", Long.class);
    }

    /** The method that finds one has a graph, which the method that finds many would lack. */
    @Case(kind = POSITIVE, statements = 11)
    int find_each_with_a_graph(Session session) {
        // fix: OrderRepository.findAllById, declared again with @EntityGraph(attributePaths = "lines"), for all keys
        // instead of OrderRepository.findById for each
        // fix: leaves 2 statements
        int lines = 0;
        for (Long id : ids(session)) {
            Order order = findById(session, id);
            lines += order.getLines().size();
        }
        return lines;
    }

    @Case(kind = REMEDY, statements = 2, repairs = "find_each_with_a_graph")
    int find_all_with_a_graph(Session session) {
        return session
                .createQuery("select o from Order o where o.id in :ids", Order.class)
                .setParameter("ids", ids(session))
                .setHint("jakarta.persistence.fetchgraph", withLines(session))
                .getResultList()
                .stream()
                .mapToInt(order -> order.getLines().size())
                .sum();
    }

    /** Not a graph, but nothing else either: the method that finds many does as well. */
    @Case(kind = POSITIVE, statements = 11)
    int find_each_without_a_graph(Session session) {
        // fix: OrderRepository.findAllById for all keys instead of OrderRepository.findById for each
        // fix: leaves 2 statements
        int letters = 0;
        for (Long id : ids(session)) {
            try (CauseFrame call = CauseFrame.openRepositoryCall("OrderRepository.findById", true)) {
                letters += session.find(Order.class, id).getStatus().length(); // N+1: table orders
            }
        }
        return letters;
    }

    @Case(kind = POSITIVE, statements = 11)
    int lines_of_an_inherited_method(Session session) {
        // fix: @EntityGraph(attributePaths = "lines") on OrderRepository.findAll, declared again for it
        // fix: leaves 1 statement
        List<Order> orders;
        try (CauseFrame call = CauseFrame.openRepositoryCall("OrderRepository.findAll", true)) {
            orders = list(session, "select o from Order o", Order.class);
        }
        int lines = 0;
        for (Order order : orders) {
            lines += order.getLines().size(); // N+1: Order.lines
        }
        return lines;
    }

    @Case(kind = POSITIVE, statements = 11)
    int lines_of_a_declared_method(Session session) {
        // fix: @EntityGraph(attributePaths = "lines") on OrderRepository.findAll
        // fix: leaves 1 statement
        List<Order> orders;
        try (CauseFrame call = CauseFrame.openRepositoryCall("OrderRepository.findAll", false)) {
            orders = list(session, "select o from Order o", Order.class);
        }
        int lines = 0;
        for (Order order : orders) {
            lines += order.getLines().size(); // N+1: Order.lines
        }
        return lines;
    }

    private static List<Order> page(Session session, int number) {
        try (CauseFrame call = CauseFrame.openRepositoryCall("OrderRepository.findByStatus", false)) {
            List<Order> page = slice(session, number);
            count(session);
            return page;
        }
    }

    private static List<Order> slice(Session session, int number) {
        return session.createQuery("select o from Order o where o.status <> 'LOST' order by o.id", Order.class)
                .setFirstResult(number * 5)
                .setMaxResults(5)
                .getResultList();
    }

    private static long count(Session session) {
        return session.createQuery("select count(o) from Order o where o.status <> 'LOST'", Long.class)
                .getSingleResult();
    }

    /** A duplicate, although the loop cannot ask once. */
    @Case(kind = LOOK_ALIKE, statements = 4)
    int page_after_page(Session session) {
        // fix: a method that returns Slice or Window in place of OrderRepository.findByStatus, whose Page counts all
        // rows each time
        // fix: leaves 2 statements
        int read = 0;
        for (int number = 0; number < 2; number++) {
            read += page(session, number).size();
        }
        return read;
    }

    /** Nobody reads a page for it. */
    @Case(kind = LOOK_ALIKE, statements = 4)
    long count_beside_each_page(Session session) {
        // fix: ask once at OrderRepository.countByStatus and keep the answer
        // fix: leaves 3 statements
        long rest = 0;
        for (int number = 0; number < 2; number++) {
            int read = slice(session, number).size();
            try (CauseFrame call = CauseFrame.openRepositoryCall("OrderRepository.countByStatus", false)) {
                rest += count(session) - read;
            }
        }
        return rest;
    }

    @Case(kind = POSITIVE, statements = 11)
    int existence_of_lines(Session session) {
        // fix: one query "select distinct order_id … where order_id in (…)" on orderline at
        // OrderLineRepository.isFilled
        // instead of one for each key
        // fix: leaves 2 statements
        int filled = 0;
        for (Order order : all(session, Order.class)) {
            try (CauseFrame call = CauseFrame.openRepositoryCall("OrderLineRepository.isFilled", false)) {
                String query = "select l.id from OrderLine l where l.order = :order and l.quantity > :least";
                filled += session.createQuery(query, Long.class)
                        .setParameter("order", order)
                        .setParameter("least", 0)
                        .setMaxResults(1)
                        .getResultList() // N+1: table OrderLine
                        .size();
            }
        }
        return filled;
    }

    @Case(kind = REMEDY, statements = 2, repairs = "existence_of_lines")
    int orders_that_have_lines(Session session) {
        String query = "select distinct l.order.id from OrderLine l where l.order in :orders and l.quantity > :least";
        return session.createQuery(query, Long.class)
                .setParameter("orders", all(session, Order.class))
                .setParameter("least", 0)
                .getResultList()
                .size();
    }

    /** The newest line is no matter of whether there is one. */
    @Case(kind = POSITIVE, statements = 11)
    long newest_line_of_each(Session session) {
        // fix: one query with "where order_id in (…)" on orderline, with row_number() over (partition by order_id …) in
        // place of the limit, at RepositoryCalls.newest_line_of_each instead of one for each key
        // fix: leaves 2 statements
        long sum = 0;
        for (Order order : all(session, Order.class)) {
            String query = "select l.id from OrderLine l where l.order = :order order by l.id desc";
            for (Long id : session.createQuery(query, Long.class)
                    .setParameter("order", order)
                    .setMaxResults(1)
                    .getResultList()) { // N+1: table OrderLine
                sum += id;
            }
        }
        return sum;
    }

    /** A whole row is more than that there is one. */
    @Case(kind = POSITIVE, statements = 11)
    int any_line_of_each(Session session) {
        // fix: one query with "where order_id in (…)" on orderline, with row_number() over (partition by order_id …) in
        // place of the limit, at RepositoryCalls.any_line_of_each instead of one for each key
        // fix: leaves 2 statements
        int found = 0;
        for (Order order : all(session, Order.class)) {
            found += session.createQuery("from OrderLine l where l.order = :order", OrderLine.class)
                    .setParameter("order", order)
                    .setMaxResults(1)
                    .getResultList() // N+1: table OrderLine
                    .size();
        }
        return found;
    }
}
