package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.countBy;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import com.acme.shop.Order;
import com.acme.shop.OrderLine;
import com.acme.tuned.Basket;
import java.util.List;
import org.hibernate.Session;

/** Repetitions that read many rows each. */
public final class PagesAndBatches {

    @Case(kind = LOOK_ALIKE, statements = 3)
    int offset_pages(Session session) {
        int read = 0;
        List<Order> page;
        do {
            page = session.createQuery("from Order o order by o.id", Order.class)
                    .setFirstResult(read)
                    .setMaxResults(4)
                    .getResultList();
            read += page.size();
        } while (page.size() == 4);
        return read;
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    int keyset_pages(Session session) {
        int read = 0;
        long last = 0;
        List<Order> page;
        do {
            page = session.createQuery("from Order o where o.id > :last order by o.id", Order.class)
                    .setParameter("last", last)
                    .setMaxResults(3)
                    .getResultList();
            read += page.size();
            last = page.get(page.size() - 1).getId();
        } while (page.size() == 3);
        return read;
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    int chunks_by_in_lists(Session session) {
        List<Long> ids = list(session, "select p.id from Product p order by p.id", Long.class);
        int translations = 0;
        for (int start = 0; start < ids.size(); start += 5) {
            translations += session.createQuery("from Translation t where t.product.id in :ids", Object.class)
                    .setParameter("ids", ids.subList(start, Math.min(start + 5, ids.size())))
                    .getResultList()
                    .size();
        }
        return translations;
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    int batch_size_of_a_collection(Session session) {
        int items = 0;
        for (Basket basket : all(session, Basket.class)) {
            items += basket.getItems().size();
        }
        return items;
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    String batch_size_of_an_entity(Session session) {
        StringBuilder names = new StringBuilder();
        for (Basket basket : all(session, Basket.class)) {
            names.append(basket.getOwner().getName());
        }
        return names.toString();
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    int subselect(Session session) {
        int vouchers = 0;
        for (Basket basket : all(session, Basket.class)) {
            vouchers += basket.getVouchers().size();
        }
        return vouchers;
    }

    @Case(kind = LOOK_ALIKE, statements = 6, settings = "hibernate.default_batch_fetch_size=2")
    int default_batch_size_of_two(Session session) {
        int lines = 0;
        for (Order order : all(session, Order.class)) {
            lines += order.getLines().size();
        }
        return lines;
    }

    @Case(kind = LOOK_ALIKE, statements = 3, settings = "hibernate.default_batch_fetch_size=10")
    String default_batch_size_for_two_levels(Session session) {
        StringBuilder names = new StringBuilder();
        for (OrderLine line : list(session, "from OrderLine l where l.id <= 9", OrderLine.class)) {
            names.append(line.getProduct().getName());
            names.append(line.getOrder().getName());
        }
        return names.toString();
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    long page_and_its_count(Session session) {
        List<Order> page = session.createQuery("from Order o order by o.id", Order.class)
                .setMaxResults(4)
                .getResultList();
        return page.size() + countBy(session, "Order", "status", "OPEN").getSingleResult();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int projection(Session session) {
        record OrderSummary(String name, String customer) {}
        String query = "select o.name, o.customer.name from Order o";
        return list(session, query, OrderSummary.class).size();
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    long one_aggregate_each(Session session) {
        long lines =
                list(session, "select count(l) from OrderLine l", Long.class).get(0);
        long quantity = list(session, "select sum(l.quantity) from OrderLine l", Long.class)
                .get(0);
        long largest =
                list(session, "select max(l.id) from OrderLine l", Long.class).get(0);
        return lines + quantity + largest;
    }
}
