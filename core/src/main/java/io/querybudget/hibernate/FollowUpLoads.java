package io.querybudget.hibernate;

import io.querybudget.recording.StatementRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.PostLoadEvent;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.jspecify.annotations.Nullable;

/**
 * The loads that Hibernate issued by itself while it read a result, until the entity that wanted them is known.
 *
 * <p>Hibernate assembles an entity after the entities it refers to eagerly, so the owner of such a load is found when
 * the owner itself has been loaded.
 */
final class FollowUpLoads {

    private record Miss(String entityName, StatementRecord statement) {}

    private final EntityAttributes attributes;
    private final EntityRows rows;
    private final Map<EntityKey, StatementRecord> byTarget = new HashMap<>();
    private final UniqueKeyLoads byUniqueKey = new UniqueKeyLoads();

    /** Loads that found no row, so that only the row which wanted them tells their owner. */
    private final List<Miss> missed = new ArrayList<>();

    FollowUpLoads(EntityAttributes attributes, EntityRows rows) {
        this.attributes = attributes;
        this.rows = rows;
    }

    void loaded(EntityKey target, StatementRecord statement) {
        byTarget.putIfAbsent(target, statement);
    }

    void missed(String entityName, StatementRecord statement) {
        missed.add(new Miss(entityName, statement));
    }

    void lookedUp(String property, Object value, StatementRecord statement) {
        byUniqueKey.add(property, value, statement);
    }

    void clear() {
        byTarget.clear();
        byUniqueKey.clear();
        missed.clear();
    }

    /** Gives the loads that an entity wanted their owner. */
    void ownerLoaded(PostLoadEvent event) {
        if (byTarget.isEmpty() && byUniqueKey.isEmpty() && missed.isEmpty()) {
            return;
        }
        SharedSessionContractImplementor session = event.getSession();
        EntityEntry entry = session.getPersistenceContextInternal().getEntry(event.getEntity());
        if (entry == null) {
            return;
        }
        EntityRow row = rows.of(entry.getEntityKey());
        for (ToOneAttribute attribute : attributes.toOnes(entry.getPersister())) {
            StatementRecord load = loadFor(attribute, event, entry, row);
            if (load != null) {
                load.addOwner(row.owns(attribute.association()));
            }
        }
    }

    private @Nullable StatementRecord loadFor(
            ToOneAttribute attribute, PostLoadEvent event, EntityEntry entry, EntityRow row) {
        StatementRecord lookUp = byUniqueKey.remove(attribute, entry.getPersister(), event.getId());
        if (lookUp != null) {
            return lookUp;
        }
        Object value = attribute.valueOf(event.getEntity(), entry.getLoadedState());
        if (value == null) {
            return missedBy(attribute, row);
        }
        EntityEntry target = entryOf(value, event.getSession().getPersistenceContextInternal());
        return target == null ? null : byTarget.remove(target.getEntityKey());
    }

    private @Nullable StatementRecord missedBy(ToOneAttribute attribute, EntityRow row) {
        Miss found = missed.stream()
                .filter(miss -> miss.entityName().equals(attribute.association().target()))
                .filter(miss -> miss.statement().isWithinRow(row.statementId(), row.row()))
                .findFirst()
                .orElse(null);
        missed.remove(found);
        return found == null ? null : found.statement();
    }

    /** {@return the entry of an entity that is loaded, perhaps behind a proxy} */
    static @Nullable EntityEntry entryOf(Object value, PersistenceContext persistence) {
        LazyInitializer proxy = HibernateProxy.extractLazyInitializer(value);
        Object entity = proxy == null || proxy.isUninitialized() ? value : proxy.getImplementation();
        return persistence.getEntry(entity);
    }
}
