package io.querybudget;

import java.util.Map;

/**
 * The entities that a session held, and could have written, at a flush.
 *
 * @param total how many, of those that came to the session in the unit of work
 * @param byType how many of each type, by the Hibernate entity name; some of the total may be of a type that is not known
 */
public record ManagedEntities(int total, Map<String, Integer> byType) {

    /** No entities. */
    public static final ManagedEntities NONE = new ManagedEntities(0, Map.of());

    /** Copies the map. */
    public ManagedEntities {
        byType = Map.copyOf(byType);
    }
}
