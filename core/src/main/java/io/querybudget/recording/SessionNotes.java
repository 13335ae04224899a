package io.querybudget.recording;

import io.querybudget.CollectionWrite;
import io.querybudget.Deletion;
import io.querybudget.SessionFlush;
import io.querybudget.SessionWork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what sessions did in a unit of work; guarded by the tally that holds it. */
final class SessionNotes {

    private final List<CollectionWrite> collectionWrites = new ArrayList<>(0);
    private final Map<Deletion, Integer> deletions = new HashMap<>(0);
    private final List<SessionFlush> flushes = new ArrayList<>(0);
    private long inserted;

    void add(CollectionWrite write) {
        if (collectionWrites.size() < Tally.MOST_STATEMENTS) {
            collectionWrites.add(write);
        }
    }

    void add(Deletion deletion) {
        deletions.merge(deletion, 1, Integer::sum);
    }

    /**
     * Adds a flush.
     *
     * @param loaded how many entities were loaded so far; what a session held before is no work of this unit
     */
    void add(SessionFlush flush, long loaded) {
        inserted += flush.inserted();
        if (flushes.size() < Tally.MOST_STATEMENTS) {
            flushes.add(flush.ofAtMost(loaded + inserted));
        }
    }

    SessionWork snapshot() {
        return new SessionWork(collectionWrites, deletions, flushes);
    }
}
