package io.querybudget.recording;

import io.querybudget.CollectionWrite;
import io.querybudget.Deletion;
import io.querybudget.KeyReference;
import io.querybudget.ManagedEntities;
import io.querybudget.SessionFlush;
import io.querybudget.SessionWork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Collects what sessions did in a unit of work; guarded by the tally that holds it. */
final class SessionNotes {

    private final List<CollectionWrite> collectionWrites = new ArrayList<>(0);
    private final Map<Deletion, Integer> deletions = new HashMap<>(0);
    private final Map<Long, KeyReference> references = new HashMap<>(0);
    private final Set<Long> used = new HashSet<>(0);
    private final List<SessionFlush> flushes = new ArrayList<>(0);
    private final Map<Long, ManagedEntities> mostCompared = new HashMap<>(0);
    private final Map<String, Integer> inserted = new HashMap<>(0);
    private final Set<Long> prepared = new HashSet<>(0);

    /** How many entities came to sessions. */
    private long arrived;

    void add(CollectionWrite write) {
        if (collectionWrites.size() < Tally.MOST_STATEMENTS) {
            collectionWrites.add(write);
        }
    }

    void add(Deletion deletion) {
        deletions.merge(deletion, 1, Integer::sum);
    }

    void add(KeyReference reference) {
        if (references.size() < Tally.MOST_STATEMENTS) {
            references.put(reference.statementId(), reference);
        }
    }

    /** Notes that the entity that a statement loaded is no mere reference. */
    void addUse(long statementId) {
        if (used.size() < Tally.MOST_STATEMENTS) {
            used.add(statementId);
        }
    }

    /** Counts an entity that was loaded. */
    void loaded() {
        arrived++;
    }

    /** Counts an entity that was inserted. */
    void inserted(String entityName) {
        arrived++;
        inserted.merge(entityName, 1, Integer::sum);
    }

    /** Notes that a statement inserted an entity that its session was given before this unit. */
    void addPrepared(long statementId) {
        prepared.add(statementId);
    }

    /**
     * Adds a flush; what a session held before is no work of this unit.
     *
     * @param compared how many entities of each type it compared
     * @param loaded tells how many of a type were loaded so far
     */
    void add(SessionFlush flush, Map<String, Integer> compared, ToIntFunction<String> loaded) {
        if (flushes.size() == Tally.MOST_STATEMENTS) {
            return;
        }
        SessionFlush own = flush.ofAtMost(arrived);
        flushes.add(own);
        ManagedEntities before = mostCompared.getOrDefault(flush.session(), ManagedEntities.NONE);
        if (own.entities() > 0 && own.entities() >= before.total()) {
            mostCompared.put(flush.session(), new ManagedEntities(own.entities(), arrived(compared, loaded)));
        }
    }

    private Map<String, Integer> arrived(Map<String, Integer> compared, ToIntFunction<String> loaded) {
        Map<String, Integer> arrived = new HashMap<>();
        compared.forEach((type, count) ->
                arrived.put(type, Math.min(count, loaded.applyAsInt(type) + inserted.getOrDefault(type, 0))));
        arrived.values().removeIf(count -> count <= 0);
        return arrived;
    }

    SessionWork snapshot() {
        List<KeyReference> unused = references.values().stream()
                .filter(reference -> !used.contains(reference.statementId()))
                .toList();
        return new SessionWork(collectionWrites, deletions, unused, flushes, prepared, mostCompared);
    }
}
