package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.countBy;
import static com.acme.corpus.cases.Queries.list;
import static com.acme.corpus.cases.Queries.openOrders;

import com.acme.corpus.Case;
import com.acme.shop.Category;
import com.acme.shop.Country;
import com.acme.shop.Order;
import com.acme.shop.OrderLine;
import com.acme.shop.Product;
import com.acme.tuned.Stop;
import jakarta.persistence.NoResultException;
import java.util.List;
import org.hibernate.Session;

/** Look-ups that are repeated without a loop over rows. */
public final class SeparateLookups {

    @Case(kind = LOOK_ALIKE, statements = 3)
    String finds_on_three_lines(Session session) {
        String first = session.find(Product.class, 1L).getName();
        String second = session.find(Product.class, 2L).getName();
        String third = session.find(Product.class, 3L).getName();
        return first + second + third;
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    String one_repository_method_for_two_features(Session session) {
        return banner(session) + footer(session);
    }

    private static String banner(Session session) {
        return bySku(session, "SKU-101").getName();
    }

    private static String footer(Session session) {
        return bySku(session, "SKU-102").getName();
    }

    private static Product bySku(Session session, String sku) {
        return session.createQuery("from Product p where p.sku = :sku", Product.class)
                .setParameter("sku", sku)
                .getSingleResult();
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    long polling(Session session) {
        long open = 0;
        for (int attempt = 1; attempt <= 4; attempt++) {
            open += countBy(session, "Order", "status", "OPEN").getSingleResult();
        }
        return open;
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    String same_lookup_twice(Session session) {
        String first = bySku(session, "SKU-101").getName();
        String again = bySku(session, "SKU-101").getName();
        return first + again;
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    long retries_of_a_failing_lookup(Session session) {
        long failures = 0;
        for (int attempt = 1; attempt <= 3; attempt++) {
            try {
                bySku(session, "UNKNOWN");
            } catch (NoResultException e) {
                failures++;
            }
        }
        return failures;
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    int owner_found_alone(Session session) {
        return session.find(Order.class, 1L).getLines().size();
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    int result_of_one_row(Session session) {
        int lines = 0;
        for (Order order : list(session, "from Order o where o.id = 3", Order.class)) {
            lines += order.getLines().size();
        }
        return lines;
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    String two_attributes_of_one_row(Session session) {
        Order order = list(session, "from Order o where o.id = 3", Order.class).get(0);
        return order.getBilling().getName() + order.getShipping().getName();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    String two_joined_attributes_of_one_row(Session session) {
        String query = "from Order o join fetch o.billing join fetch o.shipping where o.id = 3";
        Order order = list(session, query, Order.class).get(0);
        return order.getBilling().getName() + order.getShipping().getName();
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    int owners_found_one_by_one(Session session) {
        Order first = session.find(Order.class, 1L);
        Order second = session.find(Order.class, 2L);
        int lines = 0;
        for (Order order : List.of(first, second)) {
            lines += order.getLines().size();
        }
        return lines;
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    int two_owners_on_two_lines(Session session) {
        List<Order> orders = openOrders(session);
        int first = orders.get(0).getLines().size();
        int second = orders.get(1).getLines().size();
        return first - second;
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    int one_row_of_many(Session session) {
        int lines = 0;
        for (Order order : all(session, Order.class)) {
            if (order.getId() == 7) {
                lines += order.getLines().size();
            }
        }
        return lines;
    }

    @Case(kind = LOOK_ALIKE, statements = 6)
    int chain_of_references(Session session) {
        int length = 0;
        for (Stop stop = session.find(Stop.class, 1L); stop != null; stop = stop.getNext()) {
            length += stop.getName().length();
        }
        return length;
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    int lookup_tables_on_their_own_lines(Session session) {
        int countries = all(session, Country.class).size();
        int categories = all(session, Category.class).size();
        return countries + categories;
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    boolean existence_checks_on_two_lines(Session session) {
        boolean known = exists(session, "SKU-101");
        boolean free = !exists(session, "SKU-999");
        return known && free;
    }

    private static boolean exists(Session session, String sku) {
        return countBy(session, "Product", "sku", sku).getSingleResult() > 0;
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    long two_constants(Session session) {
        long orders = 0;
        for (String status : List.of("OPEN", "PAID")) {
            orders += countBy(session, "Order", "status", status).getSingleResult();
        }
        return orders;
    }

    /** The count is fixed by the code and never grows with the data. */
    @Case(kind = LOOK_ALIKE, statements = 4)
    long four_constants(Session session) {
        long orders = 0;
        for (String status : List.of("OPEN", "PAID", "SENT", "LOST")) {
            orders += countBy(session, "Order", "status", status).getSingleResult();
        }
        return orders;
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    int parent_and_two_different_children(Session session) {
        Order order = session.find(Order.class, 1L);
        List<OrderLine> lines = order.getLines();
        return lines.size() + order.getNotes().size();
    }
}
