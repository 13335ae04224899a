package com.acme.corpus.cases;

import com.acme.shop.Order;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.hibernate.Session;

/** Queries that many cases begin with. */
final class Queries {

    private Queries() {}

    static <T> List<T> all(Session session, Class<T> type) {
        return session.createQuery("from " + type.getSimpleName() + " e order by e.id", type)
                .getResultList();
    }

    static List<Order> openOrders(Session session) {
        return session.createQuery("from Order o where o.status = 'OPEN' order by o.id", Order.class)
                .getResultList();
    }

    static <T> List<T> list(Session session, String query, Class<T> type) {
        return session.createQuery(query, type).getResultList();
    }

    static TypedQuery<Long> countBy(Session session, String entity, String path, Object value) {
        return session.createQuery("select count(e) from " + entity + " e where e." + path + " = :value", Long.class)
                .setParameter("value", value);
    }
}
