package io.querybudget.hibernate;

import io.querybudget.recording.FaultLog;
import io.querybudget.recording.Recorder;
import java.util.function.BiConsumer;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.AbstractEvent;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;

/** Tells sessions which of the entities that were found by their identifiers are modified, and which are referred to. */
final class ReferenceListener implements PostInsertEventListener, PostUpdateEventListener, PostDeleteEventListener {

    private static final long serialVersionUID = 1;

    private ReferenceListener() {}

    static void register(EventListenerRegistry registry) {
        ReferenceListener listener = new ReferenceListener();
        registry.appendListeners(EventType.POST_INSERT, listener);
        registry.appendListeners(EventType.POST_UPDATE, listener);
        registry.appendListeners(EventType.POST_DELETE, listener);
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        note(
                event,
                (session, observed) -> observed.found()
                        .written(
                                session.getPersistenceContextInternal(),
                                event.getEntity(),
                                event.getPersister(),
                                event.getState(),
                                null));
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        note(event, (session, observed) -> {
            changed(session, observed, event.getId(), event.getPersister());
            if (event.getOldState() != null) {
                observed.found()
                        .written(
                                session.getPersistenceContextInternal(),
                                event.getEntity(),
                                event.getPersister(),
                                event.getState(),
                                event.getOldState());
            }
        });
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        note(event, (session, observed) -> changed(session, observed, event.getId(), event.getPersister()));
    }

    private static void changed(
            SessionImplementor session, ObservedSession observed, Object id, EntityPersister persister) {
        observed.found().changed(session.generateEntityKey(id, persister));
    }

    private static void note(AbstractEvent event, BiConsumer<SessionImplementor, ObservedSession> note) {
        if (Recorder.isListening()) {
            FaultLog.guard(
                    "note who refers to whom",
                    () -> EventSessions.of(event).ifPresent(session -> {
                        ObservedSession observed = OpenSessions.observe(session);
                        if (!observed.found().isEmpty()) {
                            note.accept(session, observed);
                        }
                    }));
        }
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }
}
