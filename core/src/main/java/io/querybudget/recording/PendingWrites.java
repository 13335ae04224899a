package io.querybudget.recording;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * Writes out what persistence contexts hold back, so that it counts in the unit of work that caused it.
 *
 * <p>Safe for use by many threads.
 */
public final class PendingWrites {

    private static final List<Supplier<List<String>>> FLUSHES = new CopyOnWriteArrayList<>();

    private PendingWrites() {}

    /**
     * Adds a source of pending writes.
     *
     * @param flush flushes what the calling thread holds back, and returns the message of each flush that failed
     */
    public static void register(Supplier<List<String>> flush) {
        FLUSHES.add(flush);
    }

    /**
     * Flushes the pending writes of this thread.
     *
     * @return the message of each flush that failed
     */
    public static List<String> flush() {
        return FLUSHES.stream()
                .flatMap(flush -> FaultLog.guard("flush pending writes", List.<String>of(), flush).stream())
                .toList();
    }
}
