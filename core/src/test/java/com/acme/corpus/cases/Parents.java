package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;
import static com.acme.corpus.cases.Queries.openOrders;

import com.acme.corpus.Case;
import com.acme.shop.Customer;
import com.acme.shop.Order;
import com.acme.shop.OrderLine;
import jakarta.persistence.criteria.CriteriaQuery;
import java.util.List;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** Ways in which the owners of an N+1 get into the session. */
public final class Parents {

    @Case(kind = POSITIVE, statements = 11)
    int owners_of_a_criteria_query(Session session) {
        CriteriaQuery<Order> query = session.getCriteriaBuilder().createQuery(Order.class);
        query.from(Order.class);
        int lines = 0;
        for (Order order : session.createQuery(query).getResultList()) {
            lines += order.getLines().size(); // N+1: Order.lines
        }
        return lines;
    }

    @Case(kind = POSITIVE, statements = 11)
    int owners_of_a_native_query(Session session) {
        // fix: @BatchSize(size = 50) on Order.lines, because Parents.owners_of_a_native_query is native SQL; or JPQL
        // with left join fetch in its place
        // fix: leaves 2 statements
        var query = session.createNativeQuery("select * from orders order by id", Order.class);
        int lines = 0;
        for (Order order : query.getResultList()) {
            lines += order.getLines().size(); // N+1: Order.lines
        }
        return lines;
    }

    @Case(kind = POSITIVE, statements = 4)
    @SuppressWarnings("removal") // Hibernate 6.6 has no other method for this.
    int owners_of_one_multiple_load(Session session) {
        int lines = 0;
        for (Order order : session.byMultipleIds(Order.class).multiLoad(2L, 5L, 9L)) {
            lines += order.getLines().size(); // N+1: Order.lines
        }
        return lines;
    }

    @Case(kind = POSITIVE, statements = 4, hibernate = 7)
    int owners_of_one_multiple_find(Session session) {
        int lines = 0;
        for (Order order : session.findMultiple(Order.class, List.of(2L, 5L, 9L))) {
            lines += order.getLines().size(); // N+1: Order.lines
        }
        return lines;
    }

    @Case(kind = REMEDY, statements = 1)
    int owners_of_a_native_query_with_their_lines(Session session) {
        String query = "select count(*) from orders o join OrderLine l on l.order_id = o.id group by o.id";
        return session.createNativeQuery(query, Long.class).getResultList().size();
    }

    @Case(kind = POSITIVE, statements = 11)
    int owners_of_joined_rows(Session session) {
        int notes = 0;
        for (OrderLine line : list(session, "from OrderLine l join fetch l.order", OrderLine.class)) {
            notes += line.getOrder().getNotes().size(); // N+1: Order.notes
        }
        return notes;
    }

    @Case(kind = REMEDY, statements = 1)
    int owners_of_joined_rows_with_their_notes(Session session) {
        String query = "from OrderLine l join fetch l.order o left join fetch o.notes";
        int notes = 0;
        for (OrderLine line : list(session, query, OrderLine.class)) {
            notes += line.getOrder().getNotes().size();
        }
        return notes;
    }

    /** The customer came alone, its two orders came by one statement. */
    @Case(kind = POSITIVE, statements = 4)
    int owners_of_one_collection(Session session) {
        int lines = 0;
        for (Order order : session.find(Customer.class, 1L).getOrders()) {
            lines += order.getLines().size(); // N+1: Order.lines
        }
        return lines;
    }

    @Case(kind = REMEDY, statements = 1)
    int owners_of_one_collection_with_their_lines(Session session) {
        String query = "from Customer c join fetch c.orders o join fetch o.notes where c.id = 1";
        int notes = 0;
        for (Order order : list(session, query, Customer.class).get(0).getOrders()) {
            notes += order.getNotes().size();
        }
        return notes;
    }

    @Case(kind = POSITIVE, statements = 11)
    int explicit_initialisation(Session session) {
        int lines = 0;
        for (Order order : all(session, Order.class)) {
            Hibernate.initialize(order.getLines()); // N+1: Order.lines
            lines += order.getLines().size();
        }
        return lines;
    }

    @Case(kind = POSITIVE, statements = 5)
    String refresh_per_row(Session session) {
        StringBuilder states = new StringBuilder();
        for (Order order : openOrders(session)) {
            session.refresh(order); // N+1: table orders
            states.append(order.getStatus());
        }
        return states.toString();
    }

    @Case(kind = POSITIVE, statements = 5)
    String merge_of_detached_rows(Session session, SessionFactory factory) {
        List<Order> detached;
        try (Session earlier = factory.openSession()) {
            detached = openOrders(earlier);
        }
        StringBuilder states = new StringBuilder();
        for (Order order : detached) {
            states.append(session.merge(order).getStatus()); // N+1: table orders
        }
        return states.toString();
    }

    @Case(kind = REMEDY, statements = 2)
    String merge_of_detached_rows_that_were_read_at_once(Session session, SessionFactory factory) {
        List<Order> detached;
        try (Session earlier = factory.openSession()) {
            detached = openOrders(earlier);
        }
        StringBuilder states = new StringBuilder();
        states.append(openOrders(session).size());
        for (Order order : detached) {
            states.append(session.merge(order).getStatus());
        }
        return states.toString();
    }

    /** Nothing in the unit of work read the ids. */
    @Case(kind = POSITIVE, statements = 4)
    String finds_of_ids_from_outside(Session session) {
        StringBuilder states = new StringBuilder();
        for (Long id : selectedByTheUser()) {
            states.append(session.find(Order.class, id).getStatus()); // N+1 likely: table orders
        }
        return states.toString();
    }

    @Case(kind = REMEDY, statements = 1, hibernate = 7)
    int one_find_of_ids_from_outside(Session session) {
        return session.findMultiple(Order.class, selectedByTheUser()).size();
    }

    private static List<Long> selectedByTheUser() {
        return List.of(9L, 2L, 7L, 4L);
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    int two_owners_by_one_method_from_two_lines(Session session) {
        List<Order> orders = openOrders(session);
        int first = noteCount(orders.get(0));
        int last = noteCount(orders.get(3));
        return first - last;
    }

    private static int noteCount(Order order) {
        return order.getNotes().size();
    }

    @Case(kind = LOOK_ALIKE, statements = 4, settings = "hibernate.query.in_clause_parameter_padding=true")
    int padded_chunks_by_in_lists(Session session) {
        List<Long> ids = list(session, "select p.id from Product p order by p.id", Long.class);
        int products = 0;
        for (int start = 0; start < ids.size(); start += 5) {
            products += session.createQuery("from Translation t where t.product.id in :ids", Object.class)
                    .setParameter("ids", ids.subList(start, Math.min(start + 5, ids.size())))
                    .getResultList()
                    .size();
        }
        return products;
    }

    @Case(
            kind = REMEDY,
            statements = 2,
            repairs = "owners_of_a_native_query",
            settings = "hibernate.default_batch_fetch_size=50")
    int owners_of_a_native_query_with_lines_in_a_batch(Session session) {
        var query = session.createNativeQuery("select * from orders order by id", Order.class);
        int lines = 0;
        for (Order order : query.getResultList()) {
            lines += order.getLines().size();
        }
        return lines;
    }
}
