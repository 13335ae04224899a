package io.querybudget.hibernate;

import io.querybudget.Cause;
import io.querybudget.Cause.EntityLoad.Reason;
import io.querybudget.Load;
import io.querybudget.recording.CauseFrame;
import io.querybudget.recording.Recorder;
import io.querybudget.recording.StatementRecord;
import java.lang.ref.WeakReference;
import java.util.List;
import org.hibernate.Hibernate;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.LoadEvent;
import org.hibernate.event.spi.PostLoadEvent;
import org.hibernate.event.spi.PreLoadEvent;
import org.hibernate.sql.exec.spi.ExecutionContext;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one Hibernate session: which rows its entities came from, and what they wait for.
 *
 * <p>Like the session it is used by one thread at a time. It refers to statements by their ids, so that a session that
 * is never closed holds no recording.
 */
final class ObservedSession {

    /** Looking at the first entities of a result tells enough. */
    private static final int MOST_LOOKED_AT = 64;

    private final WeakReference<SharedSessionContractImplementor> session;
    private final EntityAttributes attributes;
    private final EntityRows rows = new EntityRows();
    private final WrittenEntities written = new WrittenEntities();
    private final ProxyHolders proxyHolders;
    private final FollowUpLoads followUpLoads;
    private final SessionFrames frames;
    private final FilledCollections filledCollections;
    private final CollectionWrites collectionWrites;
    private final HeldEntities held = new HeldEntities();
    private final FoundEntities found;
    private final Flushes flushes = new Flushes(held);
    /** By id, because a session that is never closed must not keep a thread. */
    private volatile long thread = Thread.currentThread().getId();

    ObservedSession(SharedSessionContractImplementor session) {
        this.session = new WeakReference<>(session);
        this.attributes = EntityAttributes.of(session.getFactory());
        this.found = new FoundEntities(attributes, rows);
        this.proxyHolders = new ProxyHolders(attributes, rows);
        this.followUpLoads = new FollowUpLoads(attributes, rows);
        this.frames = new SessionFrames(attributes, rows, proxyHolders, followUpLoads);
        this.filledCollections = new FilledCollections(attributes);
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

    EntityRows rows() {
        return rows;
    }

    SessionFrames frames() {
        return frames;
    }

    CollectionWrites collectionWrites() {
        return collectionWrites;
    }

    Flushes flushes() {
        return flushes;
    }

    FoundEntities found() {
        return found;
    }

    HeldEntities held() {
        return held;
    }

    /** Notes an entity that the application gave to the session. */
    void written(SharedSessionContractImplementor session, Object entity) {
        EntityEntry entry = session.getPersistenceContextInternal().getEntry(entity);
        if (entry != null && entry.getId() != null && !rows.contains(entry.getEntityKey())) {
            written.add(entry.getEntityKey());
        }
    }

    WrittenEntities written() {
        return written;
    }

    /** Notes a look-up by identifier, which executes nothing when the session holds the entity. */
    void lookedUp(LoadEvent event) {
        EntityKey key = EntityKeys.of(event);
        boolean isHeld = event.getSession().getPersistenceContextInternal().containsEntity(key);
        if (isHeld && !rows.contains(key)) {
            written.read(key);
        }
        if (!isHeld && Recorder.isListening()) {
            found.add(key);
        }
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
                filledCollections.queried(results, context.getSession());
            }
            new ReadResult(statement, attributes).examine(operation, results, cause, context);
        }
        followUpLoads.closed(frame, result);
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
        if (rows.contains(entry.getEntityKey())) {
            return rows.of(entry.getEntityKey()).statementId() != statementId;
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
        rows.read(key, event.getPersister(), statement);
        proxyHolders.read(key);
        count(event, statement);
        if (execution != null) {
            followUpLoads.read(key, event.getPersister(), execution, statement);
        }
    }

    private void count(PreLoadEvent event, StatementRecord statement) {
        EntityWidth width = attributes.width(event.getPersister());
        statement
                .entities(event.getPersister().getRootEntityName())
                .add(width.columns(), width.hasLargeObject(event.getState()));
    }

    /** Notes that an entity is complete, and may be the owner of loads. */
    void entityLoaded(PostLoadEvent event) {
        if (Recorder.isListening()) {
            Recorder.loaded(new Load(Load.Kind.LOADED, event.getPersister().getEntityName(), ""));
            if (!isRefresh(CauseFrame.current())) {
                held.add(event.getPersister().getEntityName());
            }
        }
        filledCollections.ownerLoaded(event);
        proxyHolders.loaded(event.getSession().generateEntityKey(event.getId(), event.getPersister()));
        followUpLoads.ownerLoaded(event);
    }

    /** {@return whether entities are read again, which the session holds already} */
    private static boolean isRefresh(@Nullable CauseFrame frame) {
        return frame != null && frame.cause() instanceof Cause.EntityLoad load && load.reason() == Reason.REFRESH;
    }

    /** Forgets an entity that is being detached, as when a long result is read row by row. */
    void evicted(Object entity, PersistenceContext persistence) {
        EntityEntry entry = Hibernate.isInitialized(entity) ? persistence.getEntry(Hibernate.unproxy(entity)) : null;
        if (entry != null) {
            rows.forget(entry.getEntityKey());
            found.forget(entry.getEntityKey());
            held.evicted(entry);
            proxyHolders.forget(entry.getEntityKey());
        }
    }

    /** Notes that a collection may have been filled. */
    void collectionRead(PersistentCollection<?> collection, SharedSessionContractImplementor session) {
        filledCollections.read(collection, session);
    }

    /** Forgets the entities, which the session manages no more. */
    void cleared() {
        rows.clear();
        found.clear();
        held.clear();
        written.clear();
        proxyHolders.clear();
        followUpLoads.clear();
        filledCollections.clear();
        collectionWrites.flushed();
    }

    /** Notes that the session is closed. */
    void closed() {
        OpenSessions.forget(session.get());
    }
}
