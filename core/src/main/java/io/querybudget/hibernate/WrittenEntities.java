package io.querybudget.hibernate;

import io.querybudget.recording.Recorder;
import io.querybudget.recording.StatementRecord;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.engine.spi.EntityKey;

/**
 * The entities that the application gave to a session, and that the session never read from the database.
 *
 * <p>Reading them again loads nothing, and neither does walking into their associations. Like the session it is used by
 * one thread at a time.
 */
final class WrittenEntities {

    private final Map<EntityKey, Long> since = new HashMap<>();

    void add(EntityKey key) {
        since.putIfAbsent(key, StatementRecord.nextId());
    }

    boolean contains(EntityKey key) {
        return since.containsKey(key);
    }

    /** {@return the id that a statement would have got when an entity was given, the greatest number if it was not} */
    long since(EntityKey key) {
        return since.getOrDefault(key, Long.MAX_VALUE);
    }

    /** Notes that an entity, if it is one of these, was asked for again. */
    void read(EntityKey key) {
        Long written = since.get(key);
        if (written != null) {
            Recorder.held(key.getEntityName().substring(key.getEntityName().lastIndexOf('.') + 1), written);
        }
    }

    void clear() {
        since.clear();
    }
}
