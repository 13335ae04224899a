package io.querybudget;

/** Let a session hold, or compare, fewer entities. */
public sealed interface SessionFix extends Fix {

    /**
     * Let a session forget what it has written.
     *
     * @param compared what its largest flush compared
     */
    record ClearSession(ManagedEntities compared) implements SessionFix {}

    /**
     * Let queries not flush.
     *
     * @param queries how many did
     * @param comparisons how many entities were compared for them, in total
     * @param compared what was compared for the query that cost most
     */
    record FlushLess(int queries, long comparisons, ManagedEntities compared) implements SessionFix {}

    /**
     * Load entities only to be read.
     *
     * @param compared what was compared at the flush
     */
    record LoadReadOnly(ManagedEntities compared) implements SessionFix {}
}
