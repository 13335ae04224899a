package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import com.acme.shop.Customer;
import com.acme.shop.Order;
import com.acme.tuned.Currency;
import com.acme.tuned.Fee;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** Entities that the session or a cache holds already. */
public final class Managed {

    private static final String CACHE = "hibernate.cache.region.factory_class=com.acme.corpus.MapRegionFactory";
    private static final String QUERY_CACHE = "hibernate.cache.use_query_cache=true";

    @Case(kind = LOOK_ALIKE, statements = 2)
    String targets_read_before(Session session) {
        StringBuilder names = new StringBuilder();
        names.append(all(session, Customer.class).size());
        for (Order order : all(session, Order.class)) {
            names.append(order.getCustomer().getName());
        }
        return names.toString();
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    String one_target_of_all_rows(Session session) {
        StringBuilder names = new StringBuilder();
        for (Order order : list(session, "from Order o where o.customer.id = 1", Order.class)) {
            names.append(order.getCustomer().getName());
        }
        return names.toString();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    long ids_of_references(Session session) {
        long sum = 0;
        for (Order order : all(session, Order.class)) {
            sum += order.getCustomer().getId();
        }
        return sum;
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    String finds_of_managed_entities(Session session) {
        StringBuilder names = new StringBuilder();
        for (Order order : all(session, Order.class)) {
            names.append(session.find(Order.class, order.getId()).getName());
        }
        return names.toString();
    }

    @Case(kind = LOOK_ALIKE, statements = 2, settings = CACHE)
    String targets_in_the_second_level_cache(Session session, SessionFactory factory) {
        try (Session earlier = factory.openSession()) {
            StringBuilder names = new StringBuilder();
            names.append(all(earlier, Currency.class).size());
            for (Fee fee : all(session, Fee.class)) {
                names.append(fee.getCurrency().getName());
            }
            return names.toString();
        }
    }

    @Case(kind = POSITIVE, statements = 5, settings = CACHE)
    String targets_evicted_from_the_second_level_cache(Session session, SessionFactory factory) {
        factory.getCache().evictAll();
        StringBuilder names = new StringBuilder();
        for (Fee fee : all(session, Fee.class)) {
            names.append(fee.getCurrency().getName()); // N+1: Fee.currency
        }
        return names.toString();
    }

    /** The query cache holds the ids only, and each entity is read on its own. */
    @Case(
            kind = POSITIVE,
            statements = 5,
            settings = {CACHE, QUERY_CACHE})
    int query_cache_without_entities(Session session, SessionFactory factory) {
        cachedCurrencies(factory);
        factory.getCache().evict(Currency.class);
        var query = session.createQuery("from Currency", Currency.class).setCacheable(true);
        return query.getResultList().size(); // N+1: table Currency
    }

    @Case(
            kind = REMEDY,
            statements = 1,
            settings = {CACHE, QUERY_CACHE})
    int query_cache_with_entities(Session session, SessionFactory factory) {
        factory.getCache().evictAll();
        cachedCurrencies(factory);
        var query = session.createQuery("from Currency", Currency.class).setCacheable(true);
        return query.getResultList().size();
    }

    private static void cachedCurrencies(SessionFactory factory) {
        factory.getCache().evictQueryRegions();
        try (Session session = factory.openSession()) {
            session.createQuery("from Currency", Currency.class)
                    .setCacheable(true)
                    .getResultList();
        }
    }
}
