package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import com.acme.shop.Order;
import com.acme.tuned.Basket;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** Associations that a query cannot fetch, of owners that a flush parted from their loads. */
public final class FlushedOwners {

    private static List<Order> firstOrders(Session session) {
        return session.createQuery("from Order o order by o.id", Order.class)
                .setMaxResults(6)
                .getResultList();
    }

    private static List<Order> ordersBySql(Session session) {
        return session.createNativeQuery("select * from orders order by id", Order.class)
                .getResultList();
    }

    private static int lines(List<Order> orders) {
        return orders.stream().mapToInt(order -> order.getLines().size()).sum();
    }

    @Case(kind = POSITIVE, statements = 8)
    int lines_of_a_page_after_a_flush(Session session) {
        // fix: one query "select o from Order o left join fetch o.lines where o in :owners" right after
        // FlushedOwners.firstOrders, because a flush makes the session forget what @BatchSize would load together
        List<Order> orders = firstOrders(session);
        orders.get(0).setStatus("SEEN");
        session.flush();
        int lines = 0;
        for (Order order : orders) {
            lines += order.getLines().size(); // N+1: Order.lines
        }
        return lines;
    }

    @Case(kind = REMEDY, statements = 3)
    int lines_of_a_page_read_before_a_flush(Session session) {
        List<Order> orders = firstOrders(session);
        session.createQuery("select o from Order o left join fetch o.lines where o in :owners", Order.class)
                .setParameter("owners", orders)
                .getResultList();
        orders.get(0).setStatus("SEEN");
        session.flush();
        return lines(orders);
    }

    /** The batch size was set, and nothing changed. */
    @Case(kind = POSITIVE, statements = 8, settings = "hibernate.default_batch_fetch_size=50")
    int lines_of_a_page_after_a_flush_with_a_batch_size(Session session) {
        // fix: one query "select o from Order o left join fetch o.lines where o in :owners" right after
        // FlushedOwners.firstOrders, because a flush makes the session forget what @BatchSize would load together
        List<Order> orders = firstOrders(session);
        orders.get(0).setStatus("SEEN");
        session.flush();
        int lines = 0;
        for (Order order : orders) {
            lines += order.getLines().size(); // N+1: Order.lines
        }
        return lines;
    }

    /** A flush that writes nothing forgets as much. */
    @Case(kind = POSITIVE, statements = 11)
    int lines_after_a_flush_without_a_write(Session session) {
        // fix: one query "select o from Order o left join fetch o.lines where o in :owners" right after
        // FlushedOwners.ordersBySql, because a flush makes the session forget what @BatchSize would load together
        List<Order> orders = ordersBySql(session);
        session.flush();
        int lines = 0;
        for (Order order : orders) {
            lines += order.getLines().size(); // N+1: Order.lines
        }
        return lines;
    }

    @Case(kind = REMEDY, statements = 2)
    int lines_of_native_sql_read_before_a_flush(Session session) {
        List<Order> orders = ordersBySql(session);
        session.createQuery("select o from Order o left join fetch o.lines where o in :owners", Order.class)
                .setParameter("owners", orders)
                .getResultList();
        session.flush();
        return lines(orders);
    }

    /** A query made the session flush. */
    @Case(kind = POSITIVE, statements = 8)
    int customers_after_a_query_that_flushes(Session session) {
        // fix: one query "select o from Order o left join fetch o.customer where o in :owners" right after
        // FlushedOwners.ordersBySql, because a flush makes the session forget what @BatchSize would load together
        List<Order> orders = ordersBySql(session);
        orders.get(0).setStatus("SEEN");
        int letters = list(session, "select count(o) from Order o where o.status = 'SEEN'", Long.class)
                .size();
        for (Order order : orders) {
            letters += order.getCustomer().getName().length(); // N+1: Order.customer
        }
        return letters;
    }

    @Case(kind = REMEDY, statements = 4)
    int customers_read_before_a_query_that_flushes(Session session) {
        List<Order> orders = ordersBySql(session);
        session.createQuery("select o from Order o left join fetch o.customer where o in :owners", Order.class)
                .setParameter("owners", orders)
                .getResultList();
        orders.get(0).setStatus("SEEN");
        int letters = list(session, "select count(o) from Order o where o.status = 'SEEN'", Long.class)
                .size();
        for (Order order : orders) {
            letters += order.getCustomer().getName().length();
        }
        return letters;
    }

    /** Nothing is to be written, so that no flush follows from the query. */
    @Case(kind = POSITIVE, statements = 12)
    int lines_after_a_query_that_need_not_flush(Session session) {
        // fix: @BatchSize(size = 50) on Order.lines, because FlushedOwners.ordersBySql is native SQL; or JPQL with left
        // join fetch in its place
        // fix: leaves 3 statements
        List<Order> orders = ordersBySql(session);
        int lines = list(session, "select count(o) from Order o where o.status = 'SEEN'", Long.class)
                .size();
        for (Order order : orders) {
            lines += order.getLines().size(); // N+1: Order.lines
        }
        return lines;
    }

    @Case(
            kind = REMEDY,
            statements = 3,
            repairs = "lines_after_a_query_that_need_not_flush",
            settings = "hibernate.default_batch_fetch_size=50")
    int lines_in_batches_after_a_query_that_need_not_flush(Session session) {
        List<Order> orders = ordersBySql(session);
        list(session, "select count(o) from Order o where o.status = 'SEEN'", Long.class);
        return lines(orders);
    }

    /** Another session has nothing to do with the owners. */
    @Case(kind = POSITIVE, statements = 13)
    int lines_after_a_flush_of_another_session(Session session, SessionFactory factory) {
        // fix: @BatchSize(size = 50) on Order.lines, because FlushedOwners.ordersBySql is native SQL; or JPQL with left
        // join fetch in its place
        // fix: leaves 4 statements
        List<Order> orders = ordersBySql(session);
        factory.inTransaction(other -> {
            Basket basket = other.find(Basket.class, 1L);
            basket.setName(basket.getName().equals("Full") ? "Empty" : "Full");
            other.flush();
            other.getTransaction().markRollbackOnly();
        });
        int lines = 0;
        for (Order order : orders) {
            lines += order.getLines().size(); // N+1: Order.lines
        }
        return lines;
    }

    /** The first of the loads fills the batch, before the first flush. */
    @Case(kind = POSITIVE, statements = 13)
    int flush_after_each_load(Session session) {
        // fix: @BatchSize(size = 50) on Order.lines, because FlushedOwners.firstOrders limits its rows, which a fetched
        // collection would break
        // fix: leaves 8 statements
        // fix: one flush after the loop instead of many at FlushedOwners.flush_after_each_load, and
        // hibernate.jdbc.batch_size = 50 (in Spring Boot below spring.jpa.properties)
        int lines = 0;
        for (Order order : firstOrders(session)) {
            lines += order.getLines().size(); // N+1: Order.lines
            order.setStatus("LINES " + lines);
            session.flush();
        }
        return lines;
    }

    @Case(
            kind = REMEDY,
            statements = 8,
            repairs = "flush_after_each_load",
            settings = "hibernate.default_batch_fetch_size=50")
    int flush_after_each_load_in_batches(Session session) {
        int lines = 0;
        for (Order order : firstOrders(session)) {
            lines += order.getLines().size();
            order.setStatus("LINES " + lines);
            session.flush();
        }
        return lines;
    }

    /** Baskets have items in batches of five, which hold one while the baskets come one by one. */
    @Case(kind = POSITIVE, statements = 11)
    int items_of_baskets_that_are_found_one_by_one(Session session) {
        // fix: one query "select b from Basket b where b.id in :ids" instead of one find each at
        // FlushedOwners.items_of_baskets_that_are_found_one_by_one
        // fix: leaves 7 statements
        // fix: all owners loaded before Basket.items of the first is read at
        // FlushedOwners.items_of_baskets_that_are_found_one_by_one, so that the batch size of Basket.items applies
        int items = 0;
        for (Long id : list(session, "select b.id from Basket b where b.id <= 5 order by b.id", Long.class)) {
            Basket basket = session.find(Basket.class, id); // N+1: table Basket
            items += basket.getItems().size(); // N+1: Basket.items in table Basket
        }
        return items;
    }

    @Case(kind = REMEDY, statements = 3)
    int items_of_baskets_that_are_found_together(Session session) {
        List<Long> ids = list(session, "select b.id from Basket b where b.id <= 5 order by b.id", Long.class);
        return session
                .createQuery("select b from Basket b where b.id in :ids", Basket.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .mapToInt(basket -> basket.getItems().size())
                .sum();
    }
}
