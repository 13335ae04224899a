package io.querybudget;

import java.util.List;

/**
 * What Hibernate's sessions did in a unit of work, as far as the statements do not tell it.
 *
 * @param collectionWrites the collections of which rows were written without need, in order
 */
public record SessionWork(List<CollectionWrite> collectionWrites) {

    /** Nothing, as for plain JDBC. */
    public static final SessionWork NOTHING = new SessionWork(List.of());

    /** Copies the collection. */
    public SessionWork {
        collectionWrites = List.copyOf(collectionWrites);
    }
}
