package io.querybudget;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Hibernate's sessions did in a unit of work, as far as the statements do not tell it.
 *
 * @param collectionWrites the collections of which rows were written without need, in order
 * @param deletions how many entities were deleted that need not have been loaded for that
 * @param flushes the flushes, in order
 * @param references the entities that were loaded by their identifiers and then referred to, and neither modified nor used
 *     otherwise as far as Hibernate tells
 * @param prepared the {@link ExecutedStatement#id}s of the inserts of entities that a session was given before the unit of
 *     work began, as a fixture does that does not flush
 * @param mostCompared by {@link SessionFlush#session}, what was compared at the flush that compared most, the latest of such
 */
public record SessionWork(
        List<CollectionWrite> collectionWrites,
        Map<Deletion, Integer> deletions,
        List<KeyReference> references,
        List<SessionFlush> flushes,
        Set<Long> prepared,
        Map<Long, ManagedEntities> mostCompared) {

    /** Nothing, as for plain JDBC. */
    public static final SessionWork NOTHING =
            new SessionWork(List.of(), Map.of(), List.of(), List.of(), Set.of(), Map.of());

    /** Copies the collections. */
    public SessionWork {
        collectionWrites = List.copyOf(collectionWrites);
        deletions = Map.copyOf(deletions);
        references = List.copyOf(references);
        flushes = List.copyOf(flushes);
        prepared = Set.copyOf(prepared);
        mostCompared = Map.copyOf(mostCompared);
    }
}
