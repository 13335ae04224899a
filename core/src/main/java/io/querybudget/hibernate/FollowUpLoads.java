package io.querybudget.hibernate;

import io.querybudget.Association;
import io.querybudget.Cause;
import io.querybudget.Cause.EntityLoad.Reason;
import io.querybudget.recording.CauseFrame;
import io.querybudget.recording.StatementRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.PostLoadEvent;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.hibernate.sql.exec.spi.ExecutionContext;
import org.jspecify.annotations.Nullable;

/**
 * The loads that Hibernate issued by itself while it read a result, until the entity that wanted them is known.
 *
 * <p>Hibernate assembles an entity after the entities it refers to eagerly, so the owner of such a load is found when
 * the owner itself has been loaded.
 */
final class FollowUpLoads {

    private record Miss(String entityName, StatementRecord statement) {}

    private record UniqueKey(String property, Object value) {}

    private final EntityAttributes attributes;
    private final EntityRows rows;
    private final Map<EntityKey, StatementRecord> byTarget = new HashMap<>();
    private final UniqueKeyLoads byUniqueKey = new UniqueKeyLoads();
    /** What the executions that are running look for. */
    private final Map<CauseFrame, EntityKey> soughtKeys = new HashMap<>();

    private final Map<CauseFrame, UniqueKey> soughtUniqueKeys = new HashMap<>();

    /** Loads that found no row, so that only the row which wanted them tells their owner. */
    private final List<Miss> missed = new ArrayList<>();

    FollowUpLoads(EntityAttributes attributes, EntityRows rows) {
        this.attributes = attributes;
        this.rows = rows;
    }

    /** Notes what an execution is about to look for. */
    void opened(CauseFrame execution, ExecutionContext context) {
        String property = context.getEntityUniqueKeyAttributePath();
        Object value = context.getEntityUniqueKey();
        if (property != null && value != null) {
            soughtUniqueKeys.put(execution, new UniqueKey(property, value));
        }
        Object id = context.getEntityId();
        EntityMappingType type = context.getRootEntityDescriptor();
        if (id != null && type != null && isEager(execution)) {
            soughtKeys.put(execution, context.getSession().generateEntityKey(id, type.getEntityPersister()));
        }
    }

    /** Notes an entity that an execution reads: what it is for, or what comes along with that. */
    void read(EntityKey key, EntityPersister persister, CauseFrame execution, StatementRecord statement) {
        noteLookUp(execution);
        EntityKey sought = soughtKeys.get(execution);
        boolean isSought = sought == null ? isOfSoughtType(persister, execution) : sought.equals(key);
        if (isSought && isEager(execution)) {
            byTarget.putIfAbsent(key, statement);
        }
    }

    private static boolean isOfSoughtType(EntityPersister persister, CauseFrame execution) {
        return execution.cause() instanceof Cause.EntityLoad load
                && (load.entityName().isEmpty()
                        || persister
                                .getFactory()
                                .getMappingMetamodel()
                                .getEntityDescriptor(load.entityName())
                                .getRootEntityName()
                                .equals(persister.getRootEntityName()));
    }

    private static boolean isEager(CauseFrame execution) {
        return execution.cause() instanceof Cause.EntityLoad load && load.reason() == Reason.EAGER;
    }

    /** Notes the end of an execution. */
    void closed(CauseFrame execution, @Nullable Object result) {
        noteLookUp(execution);
        soughtKeys.remove(execution);
        StatementRecord statement = execution.statement();
        boolean isMissed = result instanceof List<?> results && results.isEmpty() && isEager(execution);
        if (statement != null && isMissed && execution.cause() instanceof Cause.EntityLoad load) {
            missed.add(new Miss(load.entityName(), statement));
        }
    }

    /** Notes a look-up by unique key, once: an owner that comes along is complete before the execution ends. */
    private void noteLookUp(CauseFrame execution) {
        UniqueKey key = soughtUniqueKeys.remove(execution);
        StatementRecord statement = execution.statement();
        if (key != null && statement != null) {
            byUniqueKey.add(key.property(), key.value(), statement);
        }
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
        EntityRow read = rows.of(entry.getEntityKey());
        Map<Association, StatementRecord> loads = new LinkedHashMap<>();
        for (ToOneAttribute attribute : attributes.toOnes(entry.getPersister())) {
            StatementRecord load = loadFor(attribute, event, entry, read);
            if (load != null) {
                loads.put(attribute.association(), load);
            }
            StatementRecord caller = load == null ? null : load.caller();
            if (load != null && caller != null && isJoinedBack(attribute, entry, read, load)) {
                rows.read(entry.getEntityKey(), entry.getPersister(), caller);
            }
        }
        EntityRow row = rows.of(entry.getEntityKey());
        loads.forEach((association, load) -> load.addOwner(row.owns(association)));
    }

    private @Nullable StatementRecord loadFor(
            ToOneAttribute attribute, PostLoadEvent event, EntityEntry entry, EntityRow row) {
        StatementRecord lookUp = byUniqueKey.remove(attribute, entry.getPersister(), event.getId());
        if (lookUp != null) {
            byTarget.remove(entry.getEntityKey(), lookUp);
            return lookUp;
        }
        Object value = attribute.valueOf(event.getEntity(), entry.getLoadedState());
        if (value == null) {
            return missedBy(attribute, row);
        }
        EntityEntry target = entryOf(value, event.getSession().getPersistenceContextInternal());
        StatementRecord load = target == null ? null : byTarget.get(target.getEntityKey());
        boolean isOwner = load != null && (load.id() != row.statementId() || isJoinedBack(attribute, entry, row, load));
        if (target != null && isOwner) {
            byTarget.remove(target.getEntityKey()); // else an entity that is not complete yet may be the owner
        }
        return load;
    }

    /**
     * {@return whether the row that wanted a load is also that of an entity which the load brought}
     *
     * <p>Hibernate may load what an entity refers to before the entity itself, and a one-to-one leads back to it.
     */
    private static boolean isJoinedBack(
            ToOneAttribute attribute, EntityEntry entry, EntityRow row, StatementRecord load) {
        StatementRecord caller = load.caller();
        String table = entry.getPersister().getIdentifierTableDetails().getTableName();
        return caller != null
                && attribute.isOneToOne()
                && row.statementId() == load.id()
                && caller.tables().contains(MappedKeys.name(table));
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
