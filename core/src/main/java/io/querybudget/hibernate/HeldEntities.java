package io.querybudget.hibernate;

import java.util.HashMap;
import java.util.Map;
import org.hibernate.engine.spi.EntityEntry;

/**
 * Counts the entities that one session holds, by type, while a unit of work listens. Like the session it is used by one
 * thread at a time.
 *
 * <p>What a flush deletes counts until its end, as it does for Hibernate.
 */
final class HeldEntities {

    private final Map<String, Integer> held = new HashMap<>(4);
    private final Map<String, Integer> deleted = new HashMap<>(0);
    private Map<String, Integer> readOnly = Map.of();

    void add(String entityName) {
        held.merge(entityName, 1, Integer::sum);
    }

    void evicted(EntityEntry entry) {
        subtract(entry.getEntityName(), 1);
    }

    void deleted(String entityName) {
        deleted.merge(entityName, 1, Integer::sum);
    }

    /** Notes how many of them are read-only. */
    void readOnly(Map<String, Integer> byType) {
        readOnly = byType;
    }

    /** {@return how many of each type a flush compares} */
    Map<String, Integer> compared() {
        if (readOnly.isEmpty()) {
            return held;
        }
        Map<String, Integer> compared = new HashMap<>(held);
        readOnly.forEach((type, count) -> compared.merge(type, -count, Integer::sum));
        return compared;
    }

    /** Notes the end of a flush. */
    void flushed() {
        deleted.forEach(this::subtract);
        deleted.clear();
    }

    void clear() {
        held.clear();
        deleted.clear();
        readOnly = Map.of();
    }

    private void subtract(String entityName, int count) {
        held.computeIfPresent(entityName, (unused, before) -> before > count ? before - count : null);
    }
}
