package io.querybudget.hibernate;

import io.querybudget.Cause;
import io.querybudget.CollectionWrite;
import io.querybudget.CollectionWrite.Reason;
import io.querybudget.recording.CauseFrame;
import io.querybudget.recording.Recorder;
import io.querybudget.recording.StatementRecord;
import java.io.Serializable;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.CollectionKey;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.CollectionClassification;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.mapping.ForeignKeyDescriptor;
import org.hibernate.metamodel.mapping.MappingType;
import org.hibernate.persister.collection.CollectionPersister;
import org.jspecify.annotations.Nullable;

/**
 * Notes the rows of collections that the flushes of one session write without need.
 *
 * <p>Like the session it is used by one thread at a time.
 */
final class CollectionWrites {

    private final EntityAttributes attributes;

    /**
     * A collection whose rows are deleted, perhaps because another one takes its place.
     *
     * @param snapshot what was in it
     * @param since what ran before the deletion has a smaller {@link StatementRecord#id}
     */
    private record Removal(Serializable snapshot, long since) {}

    private final Map<CollectionKey, Removal> removed = new HashMap<>(0);

    /** The entities inserted since the last flush whose foreign key a collection may write. */
    private @Nullable Set<Object> inserted;

    CollectionWrites(EntityAttributes attributes) {
        this.attributes = attributes;
    }

    /** Notes that an entity was inserted whose foreign key a collection may write by an update. */
    void inserted(Object entity) {
        Set<Object> all = inserted;
        if (all == null) {
            all = Collections.newSetFromMap(new IdentityHashMap<>());
            inserted = all;
        }
        all.add(entity);
    }

    /** Notes that all rows of a collection are about to be deleted. */
    void removing(CollectionPersister persister, PersistentCollection<?> collection, Object ownerKey) {
        Serializable snapshot = collection.wasInitialized() ? collection.getStoredSnapshot() : null;
        if (snapshot != null && !collection.isSnapshotEmpty(snapshot)) {
            removed.put(new CollectionKey(persister, ownerKey), new Removal(snapshot, StatementRecord.nextId()));
        }
    }

    /** Notes that rows are about to be inserted for a collection that is new. */
    void recreating(
            CollectionPersister persister,
            PersistentCollection<?> collection,
            Object ownerKey,
            SharedSessionContractImplementor session) {
        Removal before = removed.remove(new CollectionKey(persister, ownerKey));
        if (before != null) {
            Reason reason = isBag(persister) ? Reason.REPLACED_BAG : Reason.REPLACED;
            noteRecreation(persister, collection, before, reason, session);
        }
    }

    /** Notes that rows of a collection are about to be written. */
    void updating(
            CollectionPersister persister,
            PersistentCollection<?> collection,
            SharedSessionContractImplementor session) {
        if (!collection.wasInitialized()) {
            return;
        }
        Serializable before = collection.getStoredSnapshot();
        if (before != null && collection.needsRecreate(persister)) {
            Reason reason = isBag(persister) ? Reason.BAG : Reason.NULLABLE_ELEMENTS;
            noteRecreation(persister, collection, new Removal(before, StatementRecord.nextId()), reason, session);
        }
    }

    /** Notes that a collection is about to write the foreign key of those of its elements that were not in it before. */
    void writingKeys(CollectionPersister persister, PersistentCollection<?> collection) {
        Set<Object> all = inserted;
        if (all == null || !collection.wasInitialized()) {
            return;
        }
        int updated = 0;
        for (Iterator<?> entries = collection.entries(persister); entries.hasNext(); ) {
            Object element = collection.getElement(entries.next());
            updated += element != null && all.remove(element) ? 1 : 0;
        }
        note(persister, Reason.OWNED_KEY, StatementRecord.nextId(), new CollectionRows(updated, 0));
    }

    /** Forgets what the flush that ends wrote. */
    void flushed() {
        removed.clear();
        inserted = null;
    }

    private void noteRecreation(
            CollectionPersister persister,
            PersistentCollection<?> collection,
            Removal before,
            Reason reason,
            SharedSessionContractImplementor session) {
        CollectionRows rows =
                CollectionRows.compare(persister, before.snapshot, collection.getSnapshot(persister), session);
        note(persister, reason, before.since, rows);
    }

    private void note(CollectionPersister persister, Reason reason, long since, CollectionRows rows) {
        CauseFrame frame = CauseFrame.current();
        if (rows.kept() > 0 && frame != null && frame.cause() instanceof Cause.Flush flush) {
            ForeignKeyDescriptor key = persister.getAttributeMapping().getKeyDescriptor();
            MappingType element =
                    persister.getAttributeMapping().getElementDescriptor().getPartMappingType();
            Recorder.wrote(new CollectionWrite(
                    flush.number(),
                    since,
                    attributes.collection(persister),
                    element instanceof EntityMappingType entity ? entity.getEntityName() : "",
                    MappedKeys.name(key.getKeyTable()),
                    reason,
                    rows.kept(),
                    rows.changed()));
        }
    }

    private static boolean isBag(CollectionPersister persister) {
        return persister.getCollectionSemantics().getCollectionClassification() == CollectionClassification.BAG
                && !persister.isOneToMany();
    }
}
