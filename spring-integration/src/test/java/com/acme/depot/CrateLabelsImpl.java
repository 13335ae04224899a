package com.acme.depot;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Is a proxy itself, because of its transaction. */
class CrateLabelsImpl implements CrateLabels {

    private final EntityManager entities;

    CrateLabelsImpl(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> labels() {
        return entities.createQuery("select label from Crate", String.class).getResultList();
    }
}
