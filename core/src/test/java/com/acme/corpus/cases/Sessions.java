package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import com.acme.shop.Order;
import com.acme.shop.OrderLine;
import com.acme.shop.Product;
import io.querybudget.recording.UnitOfWork;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/** Loops that cross sessions, threads, or have no persistence context. */
public final class Sessions {

    private static final String ORDER_IDS = "select o.id from Order o order by o.id";
    private static final String PRODUCT_IDS = "select l.product.id from OrderLine l where l.order.id <= 2";

    @Case(kind = POSITIVE, statements = 11)
    String session_per_iteration(Session session, SessionFactory factory) {
        StringBuilder states = new StringBuilder();
        for (Long id : list(session, ORDER_IDS, Long.class)) {
            states.append(status(factory, id));
        }
        return states.toString();
    }

    private static String status(SessionFactory factory, Long id) {
        try (Session session = factory.openSession()) {
            return session.find(Order.class, id).getStatus(); // N+1: table orders for session_per_iteration
        }
    }

    @Case(kind = REMEDY, statements = 2, hibernate = 7)
    int second_session_for_all(Session session, SessionFactory factory) {
        List<Long> ids = list(session, ORDER_IDS, Long.class);
        try (Session second = factory.openSession()) {
            return second.findMultiple(Order.class, ids).size();
        }
    }

    @Case(kind = POSITIVE, statements = 11, settings = "hibernate.enable_lazy_load_no_trans=true")
    int detached_owners(SessionFactory factory) {
        // fix: left join fetch e.lines in the query at Queries.all
        // fix: leaves 1 statement
        List<Order> orders;
        try (Session session = factory.openSession()) {
            orders = all(session, Order.class);
        }
        int lines = 0;
        for (Order order : orders) {
            lines += order.getLines().size(); // N+1: Order.lines
        }
        return lines;
    }

    @Case(
            kind = REMEDY,
            statements = 1,
            repairs = "detached_owners",
            settings = "hibernate.enable_lazy_load_no_trans=true")
    int detached_owners_with_fetched_collections(SessionFactory factory) {
        List<Order> orders;
        try (Session session = factory.openSession()) {
            orders = list(session, "from Order o left join fetch o.lines", Order.class);
        }
        int lines = 0;
        for (Order order : orders) {
            lines += order.getLines().size();
        }
        return lines;
    }

    @Case(kind = POSITIVE, statements = 11)
    long parallel_stream(Session session, SessionFactory factory, UnitOfWork unit) {
        List<Long> ids = list(session, ORDER_IDS, Long.class);
        LongAdder letters = new LongAdder();
        ids.parallelStream()
                .forEach(id ->
                        unit.wrap(() -> letters.add(statusLength(factory, id))).run());
        return letters.sum();
    }

    private static int statusLength(SessionFactory factory, Long id) {
        try (Session session = factory.openSession()) {
            return session.find(Order.class, id).getStatus().length(); // N+1: table orders for parallel_stream
        }
    }

    @Case(kind = POSITIVE, statements = 7)
    String stateless_get(StatelessSession session) {
        StringBuilder names = new StringBuilder();
        for (Long id : session.createQuery(PRODUCT_IDS, Long.class).getResultList()) {
            names.append(session.get(Product.class, id).getName()); // N+1: table Product
        }
        return names.toString();
    }

    @Case(kind = REMEDY, statements = 2, hibernate = 7)
    int stateless_get_of_all(StatelessSession session) {
        List<Long> ids = session.createQuery(PRODUCT_IDS, Long.class).getResultList();
        return session.getMultiple(Product.class, ids).size();
    }

    @Case(kind = POSITIVE, statements = 11)
    int stateless_fetch(StatelessSession session) {
        // fix: left join fetch o.lines in the query at Sessions.stateless_fetch
        // fix: leaves 1 statement
        int lines = 0;
        for (Order order :
                session.createQuery("from Order o order by o.id", Order.class).getResultList()) {
            session.fetch(order.getLines()); // N+1: table OrderLine
            lines += order.getLines().size();
        }
        return lines;
    }

    @Case(kind = REMEDY, statements = 1, repairs = "stateless_fetch")
    int stateless_fetch_with_the_query(StatelessSession session) {
        String query = "from Order o left join fetch o.lines";
        int lines = 0;
        for (Order order : session.createQuery(query, Order.class).getResultList()) {
            for (OrderLine line : order.getLines()) {
                lines += line.getQuantity();
            }
        }
        return lines;
    }
}
