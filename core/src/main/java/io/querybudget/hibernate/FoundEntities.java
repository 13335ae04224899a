package io.querybudget.hibernate;

import io.querybudget.Association;
import io.querybudget.KeyReference;
import io.querybudget.recording.Recorder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * The entities that the application asked one session for by their identifiers, and what is seen of their use.
 *
 * <p>A mere reference does where an entity is only put into a to-one attribute of another one. Its use is seen where it is
 * modified or locked, where one of its collections is, and where the row that refers to it has values of it. Like the
 * session it is used by one thread at a time.
 */
final class FoundEntities {

    private final EntityAttributes attributes;
    private final EntityRows rows;
    private final Set<EntityKey> found = new HashSet<>(0);

    FoundEntities(EntityAttributes attributes, EntityRows rows) {
        this.attributes = attributes;
        this.rows = rows;
    }

    /** Notes that the application asks for an entity that the session does not hold. */
    void add(EntityKey key) {
        found.add(key);
    }

    void forget(EntityKey key) {
        found.remove(key);
    }

    void clear() {
        found.clear();
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Notes that an entity is updated or deleted. */
    void changed(EntityKey key) {
        if (found.contains(key)) {
            Recorder.used(rows.of(key).statementId());
        }
    }

    /**
     * Notes the entities that a row refers to from now on.
     *
     * @param before what was in the row before, null when it is new
     */
    void written(
            PersistenceContext persistence,
            Object entity,
            EntityPersister persister,
            Object[] state,
            Object @Nullable [] before) {
        for (ToOneAttribute attribute : attributes.toOnes(persister)) {
            Object target = isKey(attribute) ? attribute.valueOf(entity, state) : null;
            boolean isNew = before == null || attribute.valueOf(entity, before) != target;
            EntityEntry entry = target == null || !isNew ? null : FollowUpLoads.entryOf(target, persistence);
            if (entry != null && found.contains(entry.getEntityKey())) {
                note(entry, state, rows.of(entry.getEntityKey()), persistence);
            }
        }
    }

    /** {@return whether the row holds the primary key of the entity that it refers to} */
    private static boolean isKey(ToOneAttribute attribute) {
        return attribute.association().kind() == Association.Kind.TO_ONE
                && attribute
                        .mapping()
                        .filter(ToOneAttributeMapping::isReferenceToPrimaryKey)
                        .isPresent();
    }

    private static void note(EntityEntry entry, Object[] state, EntityRow row, PersistenceContext persistence) {
        Object[] own = entry.getLoadedState();
        Object entity = persistence.getEntity(entry.getEntityKey());
        boolean isReference = entity != null
                && EntityAttributes.mayBeReference(entry.getPersister())
                && !entry.getLockMode().greaterThan(LockMode.READ)
                && !isUsed(own == null ? entry.getPersister().getValues(entity) : own, state);
        if (isReference) {
            Recorder.referred(
                    new KeyReference(row.statementId(), entry.getPersister().getRootEntityName()));
        } else {
            Recorder.used(row.statementId());
        }
    }

    private static boolean isUsed(Object[] own, Object[] state) {
        Set<Object> copies = new HashSet<>();
        for (Object value : state) {
            if (isTelling(value)) {
                copies.add(value);
            }
        }
        for (Object value : own) {
            boolean isChangedCollection = value instanceof PersistentCollection<?> collection
                    && (collection.wasInitialized() || collection.hasQueuedOperations());
            if (isChangedCollection || (isTelling(value) && copies.contains(value))) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether a value is hardly equal to another one by chance} */
    private static boolean isTelling(@Nullable Object value) {
        return value instanceof CharSequence
                || value instanceof BigDecimal
                || value instanceof BigInteger
                || value instanceof Double
                || value instanceof UUID
                || value instanceof TemporalAccessor
                || value instanceof Date;
    }
}
