package io.querybudget.recording;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Writes out what persistence contexts hold back, so that it counts in the unit of work that caused it.
 *
 * <p>Safe for use by many threads.
 */
public final class PendingWrites {

    private static final List<PersistenceContexts> CONTEXTS = new CopyOnWriteArrayList<>();

    private PendingWrites() {}

    /** Adds a source of pending writes. */
    public static void register(PersistenceContexts contexts) {
        CONTEXTS.add(contexts);
    }

    /**
     * Flushes the pending writes of this thread.
     *
     * @return the message of each flush that failed
     */
    public static List<String> flush() {
        return forEach(PersistenceContexts::flush);
    }

    /**
     * Flushes the pending writes of this thread and lets its persistence contexts forget all entities.
     *
     * @return the message of each persistence context that could not be emptied without losing changes
     */
    public static List<String> flushAndClear() {
        return forEach(PersistenceContexts::flushAndClear);
    }

    private static List<String> forEach(Function<PersistenceContexts, List<String>> action) {
        return CONTEXTS.stream()
                .flatMap(contexts ->
                        FaultLog.guard("flush pending writes", List.<String>of(), () -> action.apply(contexts))
                                .stream())
                .toList();
    }
}
