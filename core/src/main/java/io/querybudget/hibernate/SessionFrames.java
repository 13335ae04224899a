package io.querybudget.hibernate;

import io.querybudget.Association;
import io.querybudget.Cause;
import io.querybudget.Cause.EntityLoad.Reason;
import io.querybudget.Load;
import io.querybudget.Owner;
import io.querybudget.recording.CauseFrame;
import io.querybudget.recording.Recorder;
import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.CollectionKey;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.LoadEvent;
import org.hibernate.loader.ast.spi.CascadingFetchProfile;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.sql.exec.spi.ExecutionContext;
import org.jspecify.annotations.Nullable;

/** Opens the frames that tell why one session executes statements, and for which of its entities. */
final class SessionFrames {

    private final EntityAttributes attributes;
    private final EntityRows rows;
    private final ProxyHolders proxyHolders;
    private final FollowUpLoads followUpLoads;

    SessionFrames(
            EntityAttributes attributes, EntityRows rows, ProxyHolders proxyHolders, FollowUpLoads followUpLoads) {
        this.attributes = attributes;
        this.rows = rows;
        this.proxyHolders = proxyHolders;
        this.followUpLoads = followUpLoads;
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
        CauseFrame frame = openExplained(context);
        followUpLoads.opened(frame, context);
        return frame;
    }

    private CauseFrame openExplained(ExecutionContext context) {
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
            boolean isSingle = context.getCollectionKey() != null;
            return CauseFrame.openExecution(BatchSizes.of(load, isSingle, context.getSession()), surrounding.owners());
        }
        if (surrounding != null && cause instanceof Cause.EntityLoad load) {
            boolean isBatched = context.getEntityId() == null
                    && context.getEntityUniqueKey() == null
                    && load.reason() != Reason.REFRESH;
            return CauseFrame.openExecution(
                    BatchSizes.of(load, !isBatched, context.getSession()), surrounding.owners());
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
        if (isRefresh(context.getSession())) {
            return CauseFrame.openExecution(ExecutionCauses.withoutEvent(context, Reason.REFRESH), List.of());
        }
        EntityKey key = context.getSession().generateEntityKey(id, type.getEntityPersister());
        List<Owner> lazyAttributes = lazyAttributes(key, context.getSession());
        if (!lazyAttributes.isEmpty()) {
            return CauseFrame.openExecution(
                    ExecutionCauses.withoutEvent(context, Reason.LAZY_ATTRIBUTE), lazyAttributes);
        }
        List<Owner> holders = proxyHolders.holdersOf(key, context.getSession());
        return CauseFrame.openExecution(
                ExecutionCauses.withoutEvent(context, holders.isEmpty() ? Reason.FIND : Reason.PROXY), holders);
    }

    /** A stateless session refreshes without an event. */
    private static boolean isRefresh(SharedSessionContractImplementor session) {
        return session.getLoadQueryInfluencers().getEnabledCascadingFetchProfile() == CascadingFetchProfile.REFRESH;
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

    private List<Owner> proxyOwners(LoadEvent event) {
        return proxyHolders.holdersOf(EntityKeys.of(event), event.getSession());
    }

    private Owner owner(Association association, @Nullable EntityKey key) {
        EntityRow row = key == null ? EntityRow.UNKNOWN : rows.of(key);
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
}
