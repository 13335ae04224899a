package io.querybudget.recording;

import io.querybudget.Materialised.Entities;

/**
 * Counts the entities of one type that are read from the rows of one statement.
 *
 * <p>Written by the thread that reads the rows; may be read by any thread, which may miss the latest ones.
 */
public final class EntityCount {

    private final String entityName;
    private volatile int count;
    private volatile int columns;
    private volatile int large;

    /** Begins at 0. */
    public EntityCount(String entityName) {
        this.entityName = entityName;
    }

    /**
     * Counts an entity.
     *
     * @param itsColumns the columns that were read for it
     * @param isLarge whether a large object is among its values
     */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread reads the rows of a statement
    public void add(int itsColumns, boolean isLarge) {
        count++;
        if (itsColumns > columns) {
            columns = itsColumns;
        }
        if (isLarge) {
            large++;
        }
    }

    Entities snapshot() {
        return new Entities(entityName, count, columns, large);
    }
}
