package io.querybudget.hibernate;

import io.querybudget.Association;
import io.querybudget.Cause;
import io.querybudget.Cause.EntityLoad.Reason;
import io.querybudget.Load;
import io.querybudget.Owner;
import io.querybudget.recording.CauseFrame;
import io.querybudget.recording.Recorder;
import io.querybudget.recording.StatementRecord;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.Hibernate;
import org.hibernate.StatelessSession;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.CollectionKey;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.LoadEvent;
import org.hibernate.event.spi.PostLoadEvent;
import org.hibernate.event.spi.PreLoadEvent;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.sql.exec.spi.ExecutionContext;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one Hibernate session: the row that each of its entities came from.
 *
 * <p>Like the session it is used by one thread at a time. It refers to statements by their ids, so that a session that
 * is never closed holds no recording.
 */
final class ObservedSession {

    /** The entities of one type that one statement materialised. */
    private record EntitiesRead(long statementId, String rootEntity) {}

    /** Looking at the first entities of a result tells enough. */
    private static final int MOST_LOOKED_AT = 64;

    private final WeakReference<SharedSessionContractImplementor> session;
    private final EntityAttributes attributes;
    private final Map<EntityKey, EntityRow> rows = new HashMap<>();
    private final WrittenEntities written = new WrittenEntities();
    private final Map<EntitiesRead, AtomicInteger> siblings = new HashMap<>();
    private final ProxyHolders proxyHolders = new ProxyHolders();
    private final FollowUpLoads followUpLoads = new FollowUpLoads();
    private final FilledCollections filledCollections = new FilledCollections();
    private final CollectionWrites collectionWrites;
    private final HeldEntities held = new HeldEntities();
    private final Flushes flushes = new Flushes(held);
    /** By id, because a session that is never closed must not keep a thread. */
    private volatile long thread = Thread.currentThread().getId();

    ObservedSession(SharedSessionContractImplementor session) {
        this.session = new WeakReference<>(session);
        this.attributes = EntityAttributes.of(session.getFactory());
        this.collectionWrites = new CollectionWrites(attributes);
    }

    /** Notes that the calling thread uses the session. */
    void usedByThread() {
        thread = Thread.currentThread().getId();
    }

    boolean isOf(SharedSessionContractImplementor other) {
        return session.refersTo(other);
    }

    boolean isUsedByThread() {
        return thread == Thread.currentThread().getId();
    }

    EntityAttributes attributes() {
        return attributes;
    }

    CollectionWrites collectionWrites() {
        return collectionWrites;
    }

    Flushes flushes() {
        return flushes;
    }

    HeldEntities held() {
        return held;
    }

    EntityRow rowOf(EntityKey key) {
        return rows.getOrDefault(key, EntityRow.UNKNOWN);
    }

    /** Notes an entity that the application gave to the session. */
    void written(SharedSessionContractImplementor session, Object entity) {
        EntityEntry entry = session.getPersistenceContextInternal().getEntry(entity);
        if (entry != null && entry.getId() != null && !rows.containsKey(entry.getEntityKey())) {
            written.add(entry.getEntityKey());
        }
    }

    /** Notes a look-up by identifier, which executes nothing when the session holds the entity. */
    void lookedUp(LoadEvent event) {
        EntityKey key = key(event);
        if (!rows.containsKey(key)
                && event.getSession().getPersistenceContextInternal().containsEntity(key)) {
            written.read(key);
        }
    }

    /** Opens the frame of a load by identifier; it may find the entity without a statement. */
    CauseFrame openLoad(LoadEvent event, Reason reason) {
        Cause cause = new Cause.EntityLoad(event.getEntityClassName(), reason, 1);
        return CauseFrame.open(cause, () -> reason == Reason.PROXY ? proxyOwners(event) : List.of());
    }

    /** Opens the frame of the initialisation of a collection. */
    CauseFrame openCollection(PersistentCollection<?> collection, SharedSessionContractImplementor session) {
        CollectionPersister persister = persister(collection.getRole(), session);
        Association association = attributes.collection(persister);
        return CauseFrame.open(
                new Cause.CollectionLoad(association, 1),
                () -> List.of(owner(association, ownerKey(collection, persister, session))));
    }

    private static CollectionPersister persister(@Nullable String role, SharedSessionContractImplementor session) {
        return session.getFactory().getMappingMetamodel().getCollectionDescriptor(role);
    }

    /** Opens the frame of an execution, explained by what surrounds it and by its context. */
    CauseFrame openExecution(ExecutionContext context) {
        if (!Recorder.isListening()) {
            return CauseFrame.openExecution(new Cause.Unknown(), List.of());
        }
        if (context.getSession() instanceof StatelessSession) {
            Recorder.loaded(new Load(Load.Kind.UNTOLD, "", ""));
        }
        CauseFrame surrounding = CauseFrame.current();
        if (surrounding == null || surrounding.nearestExecution() == null) {
            followUpLoads.clear();
        }
        Cause cause = surrounding == null || surrounding.isExecution() ? null : surrounding.cause();
        String query = ExecutionCauses.query(context);
        if (query != null) {
            return CauseFrame.openExecution(new Cause.Query(query), List.of());
        }
        if (surrounding != null && cause instanceof Cause.CollectionLoad load) {
            int batchSize = context.getCollectionKey() == null ? BatchSizes.of(load, context.getSession()) : 1;
            return CauseFrame.openExecution(
                    new Cause.CollectionLoad(load.collection(), batchSize), surrounding.owners());
        }
        if (surrounding != null && cause instanceof Cause.EntityLoad load) {
            boolean isBatched = context.getEntityId() == null
                    && context.getEntityUniqueKey() == null
                    && load.reason() != Reason.REFRESH;
            int batchSize = isBatched ? BatchSizes.of(load, context.getSession()) : 1;
            return CauseFrame.openExecution(
                    new Cause.EntityLoad(load.entityName(), load.reason(), batchSize), surrounding.owners());
        }
        CollectionKey collection = context.getCollectionKey();
        if (collection != null) {
            return CauseFrame.openExecution(
                    new Cause.CollectionLoad(
                            attributes.collection(persister(collection.getRole(), context.getSession())), 1),
                    List.of());
        }
        return openUnannounced(context);
    }

    /** No event announces the load of what an enhanced entity lacks: some attributes of its own, or all of them. */
    private CauseFrame openUnannounced(ExecutionContext context) {
        Object id = context.getEntityId();
        EntityMappingType type = context.getRootEntityDescriptor();
        if (id == null || type == null) {
            return CauseFrame.openExecution(ExecutionCauses.withoutEvent(context, Reason.FIND), List.of());
        }
        EntityKey key = context.getSession().generateEntityKey(id, type.getEntityPersister());
        List<Owner> lazyAttributes = lazyAttributes(key, context.getSession());
        if (!lazyAttributes.isEmpty()) {
            return CauseFrame.openExecution(
                    ExecutionCauses.withoutEvent(context, Reason.LAZY_ATTRIBUTE), lazyAttributes);
        }
        List<Owner> holders = proxyHolders.holdersOf(key, this, context.getSession());
        return CauseFrame.openExecution(
                ExecutionCauses.withoutEvent(context, holders.isEmpty() ? Reason.FIND : Reason.PROXY), holders);
    }

    /** {@return the attributes of a managed entity that may be loaded now; a mere reference lacks all of its own} */
    private List<Owner> lazyAttributes(EntityKey key, SharedSessionContractImplementor session) {
        PersistenceContext persistence = session.getPersistenceContextInternal();
        Object entity = persistence.getEntity(key);
        EntityEntry entry = persistence.getEntry(entity);
        return entry == null || ProxyHolders.enhancedTarget(entity) != null
                ? List.of()
                : attributes.lazyBasics(entry.getPersister()).stream()
                        .map(attribute -> owner(attribute, key))
                        .toList();
    }

    /**
     * Notes the end of an execution.
     *
     * @param operation what Hibernate executed
     * @param result what it made of the rows, or null when it failed
     */
    void executed(CauseFrame frame, Object operation, ExecutionContext context, @Nullable Object result) {
        StatementRecord statement = frame.statement();
        Cause cause = frame.cause();
        if (statement != null && cause != null && result instanceof List<?> results) {
            if (cause instanceof Cause.Query) {
                statement.managedBefore(managedBefore(results, statement.id()));
                filledCollections.queried(results, attributes, context.getSession());
            }
            new ReadResult(statement, attributes).examine(operation, results, cause, context);
        }
        String property = context.getEntityUniqueKeyAttributePath();
        Object value = context.getEntityUniqueKey();
        if (statement != null && property != null && value != null) {
            followUpLoads.lookedUp(property, value, statement);
        }
    }

    /** {@return how many of the first entities of a result the session held before the statement} */
    private int managedBefore(List<?> result, long statementId) {
        SharedSessionContractImplementor open = session.get();
        int managed = 0;
        for (Object entity : result.subList(0, Math.min(result.size(), MOST_LOOKED_AT))) {
            EntityEntry entry = open == null || entity == null
                    ? null
                    : open.getPersistenceContextInternal().getEntry(entity);
            if (entry == null) {
                return managed;
            }
            managed += isManagedBefore(entry, statementId) ? 1 : 0;
        }
        return managed;
    }

    private boolean isManagedBefore(EntityEntry entry, long statementId) {
        EntityRow row = rows.get(entry.getEntityKey());
        if (row != null) {
            return row.statementId() != statementId;
        }
        if (attributes.hasAssociations(entry.getPersister())) {
            written.read(entry.getEntityKey());
        }
        return written.contains(entry.getEntityKey());
    }

    /** Notes the row that an entity is being materialised from. */
    void entityRead(PreLoadEvent event) {
        CauseFrame frame = CauseFrame.current();
        CauseFrame execution = frame == null ? null : frame.nearestExecution();
        StatementRecord statement = execution == null ? Recorder.reading() : execution.statement();
        if (statement == null) {
            return;
        }
        EntityKey key = event.getSession().generateEntityKey(event.getId(), event.getPersister());
        EntityRow row =
                new EntityRow(statement.id(), statement.currentRow(), siblings(statement.id(), event.getPersister()));
        row.siblings().incrementAndGet();
        rows.put(key, row);
        count(event, statement);
        if (execution != null && execution.cause() instanceof Cause.EntityLoad load && load.reason() == Reason.EAGER) {
            followUpLoads.loaded(key, statement);
        }
    }

    private void count(PreLoadEvent event, StatementRecord statement) {
        EntityWidth width = attributes.width(event.getPersister());
        statement
                .entities(event.getPersister().getRootEntityName())
                .add(width.columns(), width.hasLargeObject(event.getState()));
    }

    private AtomicInteger siblings(long statementId, EntityPersister persister) {
        return siblings.computeIfAbsent(
                new EntitiesRead(statementId, persister.getRootEntityName()), unused -> new AtomicInteger());
    }

    /** Notes that an entity is complete, and may be the owner of loads. */
    void entityLoaded(PostLoadEvent event) {
        if (Recorder.isListening()) {
            Recorder.loaded(new Load(Load.Kind.LOADED, event.getPersister().getEntityName(), ""));
            if (!isRefresh(CauseFrame.current())) {
                held.add(event.getPersister().getEntityName());
            }
        }
        filledCollections.ownerLoaded(event, attributes);
        proxyHolders.loaded(event.getSession().generateEntityKey(event.getId(), event.getPersister()));
        followUpLoads.ownerLoaded(event, this);
    }

    /** {@return whether entities are read again, which the session holds already} */
    private static boolean isRefresh(@Nullable CauseFrame frame) {
        return frame != null && frame.cause() instanceof Cause.EntityLoad load && load.reason() == Reason.REFRESH;
    }

    /** Forgets an entity that is being detached, as when a long result is read row by row. */
    void evicted(Object entity, PersistenceContext persistence) {
        EntityEntry entry = Hibernate.isInitialized(entity) ? persistence.getEntry(Hibernate.unproxy(entity)) : null;
        if (entry != null) {
            rows.remove(entry.getEntityKey());
            held.evicted(entry);
            proxyHolders.forget(entry.getEntityKey());
        }
    }

    /** Notes that a collection may have been filled. */
    void collectionRead(PersistentCollection<?> collection, SharedSessionContractImplementor session) {
        filledCollections.read(collection, attributes, session);
    }

    /** Forgets the entities, which the session manages no more. */
    void cleared() {
        rows.clear();
        held.clear();
        written.clear();
        siblings.clear();
        proxyHolders.clear();
        followUpLoads.clear();
        filledCollections.clear();
        collectionWrites.flushed();
    }

    private List<Owner> proxyOwners(LoadEvent event) {
        return proxyHolders.holdersOf(key(event), this, event.getSession());
    }

    private static EntityKey key(LoadEvent event) {
        SharedSessionContractImplementor session = event.getSession();
        EntityPersister persister =
                session.getFactory().getMappingMetamodel().getEntityDescriptor(event.getEntityClassName());
        return session.generateEntityKey(event.getEntityId(), persister);
    }

    private Owner owner(Association association, @Nullable EntityKey key) {
        EntityRow row = key == null ? EntityRow.UNKNOWN : rowOf(key);
        return row.owns(association);
    }

    private static @Nullable EntityKey ownerKey(
            PersistentCollection<?> collection,
            CollectionPersister persister,
            SharedSessionContractImplementor session) {
        Object owner = collection.getOwner();
        if (owner == null && collection.getKey() != null) {
            owner = session.getPersistenceContextInternal().getCollectionOwner(collection.getKey(), persister);
        }
        EntityEntry entry =
                owner == null ? null : session.getPersistenceContextInternal().getEntry(owner);
        return entry == null ? null : entry.getEntityKey();
    }

    /** Notes that the session is closed. */
    void closed() {
        OpenSessions.forget(session.get());
    }
}
