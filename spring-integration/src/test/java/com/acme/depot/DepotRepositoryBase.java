package com.acme.depot;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.data.jpa.repository.support.JpaEntityInformation;
import org.springframework.data.jpa.repository.support.SimpleJpaRepository;

/** Implements what all repositories of the depot inherit, by queries of its own and by those of Spring Data. */
class DepotRepositoryBase<T> extends SimpleJpaRepository<T, Long> implements DepotRepository<T> {

    private final EntityManager entities;

    DepotRepositoryBase(JpaEntityInformation<T, Long> entity, EntityManager entities) {
        super(entity, entities);
        this.entities = entities;
    }

    @Override
    public List<T> findAll() {
        return super.findAll();
    }

    @Override
    public List<T> first() {
        return queried(10);
    }

    private List<T> queried(int most) {
        return entities.createQuery("from " + getDomainClass().getSimpleName(), getDomainClass())
                .setMaxResults(most)
                .getResultList();
    }
}
