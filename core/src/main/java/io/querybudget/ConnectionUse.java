package io.querybudget;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection that was taken from a data source in a unit of work.
 *
 * @param id unique within the JVM, in the order of taking
 * @param dataSource the name of the data source
 * @param callPath the application's frames when it was taken, innermost first
 * @param opener the application's own call, made in this unit of work, of what has to be closed: the connection, or the
 *     session that took it; null when a framework made that call, or another thread than that of the unit of work,
 *     or when the unit of work is only a part of what the application does
 * @param isOfSession whether a session of Hibernate took it
 * @param state what had become of it when the snapshot was taken
 * @param besideId the id of the connection of the same pool that the thread held already when it took this one, else 0
 * @param longestIdle the longest time for which it was held while nothing ran
 */
public record ConnectionUse(
        long id,
        String dataSource,
        List<CallSite> callPath,
        @Nullable CallSite opener,
        boolean isOfSession,
        State state,
        long besideId,
        Idle longestIdle) {

    /** What becomes of a connection. */
    public enum State {
        /** It was not given back, and may be later. */
        HELD,
        /** It was not given back, and cannot be: nothing refers to it any more. */
        LOST,
        /** It was given back. */
        CLOSED
    }

    /**
     * A time for which a connection was held while nothing ran.
     *
     * @param nanos its length, in nanoseconds
     * @param before the id of the statement that ran before, 0 when it began with the connection
     * @param after the id of the statement that ran after, 0 when it ended with the connection
     */
    public record Idle(long nanos, long before, long after) {
        /** No time at all. */
        public static final Idle NONE = new Idle(0, 0, 0);
    }

    /** {@return the application line that took the connection} */
    public Optional<CallSite> origin() {
        return callPath.isEmpty() ? Optional.empty() : Optional.of(callPath.get(0));
    }
}
