package io.querybudget.hibernate;

import io.querybudget.recording.FaultLog;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.MergeContext;
import org.hibernate.event.spi.MergeEvent;
import org.hibernate.event.spi.MergeEventListener;
import org.hibernate.event.spi.PersistContext;
import org.hibernate.event.spi.PersistEvent;
import org.hibernate.event.spi.PersistEventListener;

/** Makes known a session that is given entities before it loads any. */
final class WritingSessions implements PersistEventListener, MergeEventListener {

    private static final long serialVersionUID = 1;

    @Override
    public void onPersist(PersistEvent event) {
        observe(event.getSession());
    }

    @Override
    public void onPersist(PersistEvent event, PersistContext cascaded) {
        // the session is known from the event that cascades
    }

    @Override
    public void onMerge(MergeEvent event) {
        observe(event.getSession());
    }

    @Override
    public void onMerge(MergeEvent event, MergeContext cascaded) {
        // the session is known from the event that cascades
    }

    private static void observe(SharedSessionContractImplementor session) {
        FaultLog.guard("observe a session", () -> {
            ObservedSession unused = OpenSessions.observe(session);
        });
    }
}
