package io.querybudget.hibernate;

import io.querybudget.recording.FaultLog;
import org.hibernate.event.spi.PersistContext;
import org.hibernate.event.spi.PersistEvent;
import org.hibernate.event.spi.PersistEventListener;

/** Notes sessions whose first event is a persist, because they hold back writes. */
final class PersistNotes implements PersistEventListener {

    @Override
    public void onPersist(PersistEvent event) {
        FaultLog.guard("note a session", () -> {
            ObservedSession.of(event.getSession());
        });
    }

    @Override
    public void onPersist(PersistEvent event, PersistContext createdAlready) {
        onPersist(event);
    }
}
