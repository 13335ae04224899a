package io.querybudget.hibernate;

import io.querybudget.Association;
import io.querybudget.Load;
import io.querybudget.recording.Recorder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.CollectionKey;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.PostLoadEvent;
import org.hibernate.metamodel.mapping.ForeignKeyDescriptor;
import org.hibernate.persister.collection.CollectionPersister;
import org.jspecify.annotations.Nullable;

/**
 * Counts the collections of one session as they are filled, each time once.
 *
 * <p>Hibernate tells only about a collection that is initialised by itself. Those that are fetched together with their
 * owner, or in one batch with another one, are found by looking at them again. Like the session it is used by one thread at
 * a time.
 */
final class FilledCollections {

    private final EntityAttributes attributes;

    /** The collections that were not filled when their owners were loaded, by role. */
    private final Map<String, Set<CollectionKey>> awaited = new HashMap<>();

    /** The collections that were counted before their owners were complete. */
    private final Set<CollectionKey> early = new HashSet<>();

    FilledCollections(EntityAttributes attributes) {
        this.attributes = attributes;
    }

    /** Counts the collections that were fetched with an entity. */
    void ownerLoaded(PostLoadEvent event) {
        if (!Recorder.isListening()) {
            return;
        }
        for (CollectionPersister persister : attributes.collections(event.getPersister())) {
            CollectionKey key = key(persister, event.getEntity(), event.getSession());
            if (key != null && !isFilled(key, event.getSession())) {
                awaited(persister).add(key);
            } else if (key != null && !early.remove(key)) {
                count(attributes.collection(persister));
            }
        }
    }

    /** Counts a collection that was initialised, and those that the same statement filled. */
    void read(PersistentCollection<?> collection, SharedSessionContractImplementor session) {
        Object ownerKey = collection.getKey();
        if (!Recorder.isListening() || ownerKey == null || !collection.wasInitialized()) {
            return;
        }
        CollectionPersister persister =
                session.getFactory().getMappingMetamodel().getCollectionDescriptor(collection.getRole());
        CollectionKey key = new CollectionKey(persister, ownerKey);
        if (!awaited(persister).remove(key)) {
            early.add(key);
        }
        count(attributes.collection(persister));
        if (persister.isBatchLoadable() || persister.isSubselectLoadable()) {
            Iterator<CollectionKey> others = awaited(persister).iterator();
            while (others.hasNext()) {
                if (isFilled(others.next(), session)) {
                    others.remove();
                    count(attributes.collection(persister));
                }
            }
        }
    }

    /** Counts the collections that a query fetched for entities which were loaded before. */
    void queried(List<?> result, SharedSessionContractImplementor session) {
        if (!Recorder.isListening() || awaited.isEmpty()) {
            return;
        }
        for (Object entity : result) {
            EntityEntry entry = entity == null
                    ? null
                    : session.getPersistenceContextInternal().getEntry(entity);
            if (entity == null || entry == null) {
                return;
            }
            for (CollectionPersister persister : attributes.collections(entry.getPersister())) {
                CollectionKey key = key(persister, entity, session);
                if (key != null && isFilled(key, session) && awaited(persister).remove(key)) {
                    count(attributes.collection(persister));
                }
            }
        }
    }

    void clear() {
        awaited.clear();
        early.clear();
    }

    private Set<CollectionKey> awaited(CollectionPersister persister) {
        return awaited.computeIfAbsent(persister.getRole(), unused -> new HashSet<>());
    }

    private static @Nullable CollectionKey key(
            CollectionPersister persister, Object owner, SharedSessionContractImplementor session) {
        ForeignKeyDescriptor reference = persister.getAttributeMapping().getKeyDescriptor();
        Object key = reference.getAssociationKeyFromSide(owner, ForeignKeyDescriptor.Nature.TARGET, session);
        return key == null ? null : new CollectionKey(persister, key);
    }

    private static boolean isFilled(CollectionKey key, SharedSessionContractImplementor session) {
        PersistentCollection<?> collection =
                session.getPersistenceContextInternal().getCollection(key);
        return collection != null && collection.wasInitialized();
    }

    private static void count(Association collection) {
        Recorder.loaded(new Load(Load.Kind.LOADED, collection.entityName(), collection.path()));
    }
}
