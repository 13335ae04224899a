package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.countBy;
import static com.acme.corpus.cases.Queries.list;
import static com.acme.corpus.cases.Queries.openOrders;

import com.acme.corpus.Case;
import com.acme.shop.Country;
import com.acme.shop.Order;
import com.acme.shop.Product;
import java.util.List;
import org.hibernate.Session;

/** Queries whose keys happen to equal the small ids of an earlier result. */
public final class Coincidences {

    @Case(kind = LOOK_ALIKE, statements = 4)
    String ids_on_separate_lines(Session session) {
        List<Long> orders = list(session, "select o.id from Order o order by o.id", Long.class);
        String first = session.find(Country.class, 1L).getName();
        String second = session.find(Country.class, 2L).getName();
        String third = session.find(Country.class, 3L).getName();
        return orders.size() + first + second + third;
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    String two_ids_in_a_loop(Session session) {
        StringBuilder names = new StringBuilder();
        names.append(all(session, Order.class).size());
        for (long id = 1; id <= 2; id++) {
            names.append(session.find(Country.class, id).getName());
        }
        return names.toString();
    }

    @Case(kind = LOOK_ALIKE, statements = 5)
    long ids_from_two_methods(Session session) {
        long orders = openOrders(session).size();
        return orders + quarter(session, 1) + quarter(session, 2) + lastQuarters(session);
    }

    private static long lastQuarters(Session session) {
        return quarter(session, 3) + quarter(session, 4);
    }

    private static long quarter(Session session, int number) {
        return countBy(session, "OrderLine", "quantity", number).getSingleResult();
    }

    /** Four quarters and four countries, in the same order. */
    @Case(kind = LOOK_ALIKE, statements = 5)
    long quarters_that_equal_ids(Session session) {
        long sum = all(session, Country.class).size();
        for (int number = 1; number <= 4; number++) {
            sum += countBy(session, "OrderLine", "quantity", number).getSingleResult();
        }
        return sum;
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    int limits_that_equal_ids(Session session) {
        int read = all(session, Country.class).size();
        for (int size = 1; size <= 2; size++) {
            read += session.createQuery("from Product p order by p.id", Product.class)
                    .setMaxResults(size)
                    .getResultList()
                    .size();
        }
        return read;
    }
}
