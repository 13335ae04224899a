package io.querybudget.hibernate;

import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.LoadEvent;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.LazyInitializer;

/** Makes the keys by which sessions know their entities. */
final class EntityKeys {

    private EntityKeys() {}

    /** {@return the key of the entity that is looked up} */
    static EntityKey of(LoadEvent event) {
        return of(event.getEntityClassName(), event.getEntityId(), event.getSession());
    }

    /** {@return the key of the entity that a proxy stands for} */
    static EntityKey of(LazyInitializer proxy, SharedSessionContractImplementor session) {
        return of(proxy.getEntityName(), proxy.getInternalIdentifier(), session);
    }

    private static EntityKey of(String entityName, Object id, SharedSessionContractImplementor session) {
        EntityPersister persister = session.getFactory().getMappingMetamodel().getEntityDescriptor(entityName);
        return session.generateEntityKey(id, persister);
    }
}
