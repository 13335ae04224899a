package io.querybudget.recording;

import io.querybudget.CollectionWrite;
import io.querybudget.SessionWork;
import java.util.ArrayList;
import java.util.List;

/** Collects what sessions did in a unit of work; guarded by the tally that holds it. */
final class SessionNotes {

    private final List<CollectionWrite> collectionWrites = new ArrayList<>(0);

    void add(CollectionWrite write) {
        if (collectionWrites.size() < Tally.MOST_STATEMENTS) {
            collectionWrites.add(write);
        }
    }

    SessionWork snapshot() {
        return new SessionWork(collectionWrites);
    }
}
