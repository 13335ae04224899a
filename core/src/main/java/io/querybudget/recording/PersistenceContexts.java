package io.querybudget.recording;

import java.util.List;

/** The persistence contexts that the calling thread uses. */
public interface PersistenceContexts {

    /**
     * Writes out what the current transaction would write out by itself.
     *
     * @return the message of each flush that failed
     */
    List<String> flush();

    /**
     * Writes out what the contexts hold back, and empties them, so that what comes next reads from the database.
     *
     * @return the message of each context that could not be emptied without losing changes
     */
    List<String> flushAndClear();
}
