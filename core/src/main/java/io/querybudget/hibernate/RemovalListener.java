package io.querybudget.hibernate;

import io.querybudget.Cause;
import io.querybudget.Deletion;
import io.querybudget.recording.CauseFrame;
import io.querybudget.recording.FaultLog;
import io.querybudget.recording.Recorder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.jpa.event.spi.CallbackRegistry;
import org.hibernate.jpa.event.spi.CallbackType;
import org.hibernate.persister.entity.EntityPersister;

/** Notes the entities that are deleted one by one although one statement could delete them all, and what loaded them. */
final class RemovalListener implements PostDeleteEventListener {

    private static final long serialVersionUID = 1;

    private final transient EventListenerRegistry registry;
    private final transient Map<String, Boolean> deletableByEntity = new ConcurrentHashMap<>();

    private RemovalListener(EventListenerRegistry registry) {
        this.registry = registry;
    }

    static void register(EventListenerRegistry registry) {
        registry.appendListeners(EventType.POST_DELETE, new RemovalListener(registry));
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        if (Recorder.isListening()) {
            FaultLog.guard("note a removal", () -> EventSessions.of(event).ifPresent(session -> note(event, session)));
        }
    }

    private void note(PostDeleteEvent event, SessionImplementor session) {
        EntityPersister persister = event.getPersister();
        ObservedSession observed = OpenSessions.observe(session);
        observed.held().deleted(persister.getEntityName());
        CauseFrame frame = CauseFrame.current();
        if (frame != null && frame.cause() instanceof Cause.Flush flush && isDeletableByQuery(persister)) {
            EntityRow row = observed.rows().of(session.generateEntityKey(event.getId(), persister));
            if (row.statementId() != 0) {
                Recorder.deleted(new Deletion(flush.number(), row.statementId(), persister.getRootEntityName()));
            }
        }
    }

    private boolean isDeletableByQuery(EntityPersister persister) {
        return deletableByEntity.computeIfAbsent(
                persister.getEntityName(),
                unused -> !persister.isVersioned()
                        && !persister.hasCascadeDelete()
                        && !ownsRows(persister)
                        && !hasCallbacks(persister)
                        && !hasOtherListeners());
    }

    private static boolean ownsRows(EntityPersister persister) {
        SessionFactoryImplementor factory = persister.getFactory();
        return EntityAttributes.of(factory).collections(persister).stream().anyMatch(each -> !each.isInverse());
    }

    private static boolean hasCallbacks(EntityPersister persister) {
        CallbackRegistry callbacks = persister.getFactory().getEventEngine().getCallbackRegistry();
        Class<?> type = persister.getMappedClass();
        return callbacks.hasRegisteredCallbacks(type, CallbackType.PRE_REMOVE)
                || callbacks.hasRegisteredCallbacks(type, CallbackType.POST_REMOVE);
    }

    /** {@return whether the application, or an extension of Hibernate, listens to removals} */
    private boolean hasOtherListeners() {
        return isHeardByOthers(EventType.DELETE)
                || isHeardByOthers(EventType.PRE_DELETE)
                || isHeardByOthers(EventType.POST_DELETE)
                || isHeardByOthers(EventType.POST_COMMIT_DELETE);
    }

    private boolean isHeardByOthers(EventType<?> type) {
        AtomicBoolean isHeard = new AtomicBoolean();
        registry.getEventListenerGroup(type).fireEventOnEachListener(isHeard, (listener, heard) -> {
            String name = listener.getClass().getName();
            boolean isKnown = name.startsWith("org.hibernate.event.internal.") || name.startsWith("io.querybudget.");
            heard.compareAndSet(false, !isKnown);
        });
        return isHeard.get();
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }
}
