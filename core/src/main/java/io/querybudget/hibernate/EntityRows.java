package io.querybudget.hibernate;

import io.querybudget.recording.StatementRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.persister.entity.EntityPersister;

/** The rows that the entities of one session came from. Like the session it is used by one thread at a time. */
final class EntityRows {

    /** The entities of one type that one statement materialised. */
    private record EntitiesRead(long statementId, String entityName) {}

    private final Map<EntityKey, EntityRow> byKey = new HashMap<>();
    private final Map<EntitiesRead, AtomicInteger> siblings = new HashMap<>();
    private final AtomicLong lastFlush = new AtomicLong();

    /** Notes that an entity is made of the row that a statement is at. */
    void read(EntityKey key, EntityPersister type, StatementRecord statement) {
        String root = type.getRootEntityName();
        String entityName = type.getEntityName();
        AtomicInteger ofRoot = count(statement, root);
        AtomicInteger ofType = entityName.equals(root) ? ofRoot : count(statement, entityName);
        byKey.put(key, new EntityRow(statement.id(), statement.currentRow(), entityName, ofType, ofRoot, lastFlush));
    }

    private AtomicInteger count(StatementRecord statement, String entityName) {
        AtomicInteger count =
                siblings.computeIfAbsent(new EntitiesRead(statement.id(), entityName), unused -> new AtomicInteger());
        count.incrementAndGet();
        return count;
    }

    /** Notes that the session flushed, so that it loads in batches only what comes to it from now on. */
    void flushed() {
        lastFlush.set(StatementRecord.nextId());
    }

    /** {@return whether an entity came from a row} */
    boolean contains(EntityKey key) {
        return byKey.containsKey(key);
    }

    /** {@return the row of an entity, {@link EntityRow#UNKNOWN} if it came from elsewhere} */
    EntityRow of(EntityKey key) {
        return byKey.getOrDefault(key, EntityRow.UNKNOWN);
    }

    void forget(EntityKey key) {
        byKey.remove(key);
    }

    void clear() {
        byKey.clear();
        siblings.clear();
    }
}
