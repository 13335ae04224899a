package com.acme.shop;

import jakarta.persistence.EntityManager;
import java.util.List;

class CustomOrdersImpl implements CustomOrders {

    private final EntityManager entities;

    CustomOrdersImpl(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<Long> linesOfEach() {
        return entities.createQuery("from Order o order by o.id", Order.class).getResultList().stream()
                .map(order -> (long) order.lines.size())
                .toList();
    }
}
