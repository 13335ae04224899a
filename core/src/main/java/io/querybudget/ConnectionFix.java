package io.querybudget;

import java.util.List;

/** Hold a connection once, for as long as it is needed, and for what belongs together. */
public sealed interface ConnectionFix extends Fix {

    /**
     * Close what was opened.
     *
     * @param connections how many connections were left open
     * @param areOfSessions whether sessions of Hibernate hold them
     */
    record CloseConnections(int connections, boolean areOfSessions) implements ConnectionFix {}

    /** Take the second connection when the first one is given back, or do the work of both in one transaction. */
    record TakeOneConnection() implements ConnectionFix {}

    /**
     * Do what takes long without a connection.
     *
     * @param idleNanos how long nothing ran, in nanoseconds
     */
    record ReleaseConnection(long idleNanos) implements ConnectionFix {}

    /** Write in one transaction. */
    record WriteInTransaction() implements ConnectionFix {}

    /**
     * Read in one transaction.
     *
     * @param repeated how many of the reads asked what another one of them had asked
     */
    record ReadInTransaction(int repeated) implements ConnectionFix {}

    /**
     * Load before the view is rendered what it reads.
     *
     * @param fetches how a query fetches what the view reads, empty when that is not known
     */
    record LoadBeforeView(List<FetchFix.FetchWithQuery> fetches) implements ConnectionFix {

        /** Copies the list. */
        public LoadBeforeView {
            fetches = List.copyOf(fetches);
        }
    }
}
