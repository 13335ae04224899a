package io.querybudget.hibernate;

import io.querybudget.recording.FaultLog;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.MergeContext;
import org.hibernate.event.spi.MergeEvent;
import org.hibernate.event.spi.MergeEventListener;
import org.hibernate.event.spi.PersistContext;
import org.hibernate.event.spi.PersistEvent;
import org.hibernate.event.spi.PersistEventListener;
import org.jspecify.annotations.Nullable;

/** Makes known the entities that a session is given, and so a session that is given some before it loads any. */
final class WritingSessions implements PersistEventListener, MergeEventListener {

    private static final long serialVersionUID = 1;

    @Override
    public void onPersist(PersistEvent event) {
        note(event.getSession(), event.getObject());
    }

    @Override
    public void onPersist(PersistEvent event, PersistContext cascaded) {
        note(event.getSession(), event.getObject());
    }

    @Override
    public void onMerge(MergeEvent event) {
        note(event.getSession(), event.getResult());
    }

    @Override
    public void onMerge(MergeEvent event, MergeContext cascaded) {
        note(event.getSession(), event.getResult());
    }

    private static void note(SharedSessionContractImplementor session, @Nullable Object entity) {
        FaultLog.guard("note an entity that is written", () -> {
            ObservedSession observed = OpenSessions.observe(session);
            if (entity != null) {
                observed.written(session, entity);
            }
        });
    }
}
