package io.querybudget.hibernate;

import io.querybudget.recording.FaultLog;
import io.querybudget.recording.Recorder;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.CollectionEntry;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.AbstractCollectionEvent;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PreCollectionRecreateEvent;
import org.hibernate.event.spi.PreCollectionRecreateEventListener;
import org.hibernate.event.spi.PreCollectionRemoveEvent;
import org.hibernate.event.spi.PreCollectionRemoveEventListener;
import org.hibernate.event.spi.PreCollectionUpdateEvent;
import org.hibernate.event.spi.PreCollectionUpdateEventListener;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** Tells sessions what their flushes write of collections, and of entities whose foreign key a collection writes. */
final class CollectionListener
        implements PreCollectionRemoveEventListener,
                PreCollectionRecreateEventListener,
                PreCollectionUpdateEventListener,
                PostInsertEventListener {

    private static final long serialVersionUID = 1;

    private interface Note {
        void take(CollectionWrites writes, CollectionPersister persister, PersistentCollection<?> collection);
    }

    private final transient OwnedKeys ownedKeys;

    private CollectionListener(OwnedKeys ownedKeys) {
        this.ownedKeys = ownedKeys;
    }

    static void register(EventListenerRegistry registry, OwnedKeys ownedKeys) {
        CollectionListener listener = new CollectionListener(ownedKeys);
        registry.appendListeners(EventType.PRE_COLLECTION_REMOVE, listener);
        registry.appendListeners(EventType.PRE_COLLECTION_RECREATE, listener);
        registry.appendListeners(EventType.PRE_COLLECTION_UPDATE, listener);
        registry.appendListeners(EventType.POST_INSERT, listener);
    }

    @Override
    public void onPreRemoveCollection(PreCollectionRemoveEvent event) {
        Object ownerKey = event.getAffectedOwnerIdOrNull();
        note(event, (writes, persister, collection) -> {
            if (ownerKey != null) {
                writes.removing(persister, collection, ownerKey);
            }
        });
    }

    @Override
    public void onPreRecreateCollection(PreCollectionRecreateEvent event) {
        Object ownerKey = event.getAffectedOwnerIdOrNull();
        note(event, (writes, persister, collection) -> {
            if (ownerKey != null) {
                writes.recreating(persister, collection, ownerKey, event.getSession());
            }
            writingKeys(writes, persister, collection);
        });
    }

    @Override
    public void onPreUpdateCollection(PreCollectionUpdateEvent event) {
        note(event, (writes, persister, collection) -> {
            writes.updating(persister, collection, event.getSession());
            writingKeys(writes, persister, collection);
        });
    }

    private void writingKeys(
            CollectionWrites writes, CollectionPersister persister, PersistentCollection<?> collection) {
        if (ownedKeys.isOwner(persister.getRole())) {
            writes.writingKeys(persister, collection);
        }
    }

    private static void note(AbstractCollectionEvent event, Note note) {
        if (!Recorder.isListening()) {
            return;
        }
        FaultLog.guard("note what is written of a collection", () -> {
            PersistentCollection<?> collection = event.getCollection();
            CollectionPersister persister = collection == null ? null : persister(event, collection);
            if (collection != null && persister != null && !persister.isInverse()) {
                note.take(OpenSessions.observe(event.getSession()).collectionWrites(), persister, collection);
            }
        });
    }

    private static @Nullable CollectionPersister persister(
            AbstractCollectionEvent event, PersistentCollection<?> collection) {
        CollectionEntry entry =
                event.getSession().getPersistenceContextInternal().getCollectionEntry(collection);
        if (entry == null) {
            return null;
        }
        return entry.getCurrentPersister() == null ? entry.getLoadedPersister() : entry.getCurrentPersister();
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        if (Recorder.isListening()) {
            FaultLog.guard(
                    "note an insert", () -> EventSessions.of(event).ifPresent(session -> noteInsert(event, session)));
        }
    }

    private void noteInsert(PostInsertEvent event, SessionImplementor session) {
        String entityName = event.getPersister().getEntityName();
        ObservedSession observed = OpenSessions.observe(session);
        observed.flushes().inserted();
        observed.held().add(entityName);
        EntityKey key = session.generateEntityKey(event.getId(), event.getPersister());
        Recorder.inserted(entityName, observed.written().since(key));
        if (ownedKeys.isElement(entityName)) {
            observed.collectionWrites().inserted(event.getEntity());
        }
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }
}
