package io.querybudget.hibernate;

import io.querybudget.Cause;
import io.querybudget.Cause.EntityLoad.Reason;
import io.querybudget.recording.CauseFrame;
import io.querybudget.recording.FaultLog;
import io.querybudget.recording.KnownEntities;
import io.querybudget.recording.PendingWrites;
import io.querybudget.recording.Recorder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.Version;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerGroup;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.AutoFlushEvent;
import org.hibernate.event.spi.AutoFlushEventListener;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.FlushEvent;
import org.hibernate.event.spi.FlushEventListener;
import org.hibernate.event.spi.InitializeCollectionEventListener;
import org.hibernate.event.spi.LoadEventListener;
import org.hibernate.event.spi.LockEventListener;
import org.hibernate.event.spi.MergeEventListener;
import org.hibernate.event.spi.PersistEventListener;
import org.hibernate.event.spi.RefreshEventListener;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts frames of causes around Hibernate's own event listeners, and notes where entities come from.
 *
 * <p>Hibernate finds it by {@link java.util.ServiceLoader}. Listeners are replaced by wrappers instead of adding some
 * before and after them, because an exception between those would leave a frame open.
 */
public final class ObservingIntegrator implements Integrator {

    private static final Logger LOG = LoggerFactory.getLogger("io.querybudget");
    private static final AtomicBoolean ANNOUNCED = new AtomicBoolean();
    private static final AtomicLong FLUSHES = new AtomicLong();

    /** Called by {@link java.util.ServiceLoader}. */
    public ObservingIntegrator() {}

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        if (Switch.isOff(factory.getProperties())) {
            return;
        }
        FaultLog.guard("read the entity types of Hibernate", () -> KnownEntities.add(MappedEntities.of(metadata)));
        FaultLog.guard("observe the events of Hibernate", () -> {
            EntityAttributes.register(factory, MappedKeys.unique(metadata));
            EventListenerRegistry registry = factory.getServiceRegistry().requireService(EventListenerRegistry.class);
            observe(registry);
            CollectionListener.register(registry, OwnedKeys.of(metadata));
            RemovalListener.register(registry);
            ReferenceListener.register(registry);
            if (ANNOUNCED.compareAndSet(false, true)) {
                PendingWrites.register(new SessionsOfThread());
                LOG.info("QueryBudget observes Hibernate {}", Version.getVersionString());
            }
        });
    }

    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
        // what is remembered of a factory is collected with it
    }

    private static void observe(EventListenerRegistry registry) {
        around(registry, EventType.LOAD, ObservingIntegrator::aroundLoad);
        around(registry, EventType.INIT_COLLECTION, ObservingIntegrator::aroundCollection);
        around(registry, EventType.FLUSH, flushes(FlushEventListener.class, false));
        around(registry, EventType.AUTO_FLUSH, flushes(AutoFlushEventListener.class, true));
        around(
                registry,
                EventType.PERSIST,
                listeners -> AroundListeners.wrap(PersistEventListener.class, listeners, Cause.ImmediateInsert::new));
        around(registry, EventType.MERGE, loads(MergeEventListener.class, Reason.MERGE));
        around(registry, EventType.REFRESH, loads(RefreshEventListener.class, Reason.REFRESH));
        around(registry, EventType.LOCK, loads(LockEventListener.class, Reason.REFRESH));
        WritingSessions writingSessions = new WritingSessions();
        registry.appendListeners(EventType.PERSIST, writingSessions);
        registry.appendListeners(EventType.MERGE, writingSessions);
        registry.appendListeners(
                EventType.PRE_LOAD,
                event -> FaultLog.guard(
                        "note a row of an entity",
                        () -> OpenSessions.observe(event.getSession()).entityRead(event)));
        registry.appendListeners(
                EventType.POST_LOAD,
                event -> FaultLog.guard(
                        "note an entity",
                        () -> OpenSessions.observe(event.getSession()).entityLoaded(event)));
        registry.prependListeners(
                EventType.EVICT,
                event -> FaultLog.guard(
                        "forget an entity",
                        () -> OpenSessions.observe(event.getSession())
                                .evicted(event.getObject(), event.getSession().getPersistenceContextInternal())));
        registry.appendListeners(
                EventType.CLEAR,
                event -> FaultLog.guard(
                        "forget the entities of a session",
                        () -> OpenSessions.observe(event.getSession()).cleared()));
    }

    /** Replaces all listeners of a type by one that calls them in turn. */
    private static <L> void around(EventListenerRegistry registry, EventType<L> type, Function<List<L>, L> wrapper) {
        EventListenerGroup<L> group = registry.getEventListenerGroup(type);
        List<L> listeners = new ArrayList<>();
        group.fireEventOnEachListener(listeners, (listener, all) -> all.add(listener));
        group.clearListeners();
        group.appendListener(wrapper.apply(listeners));
    }

    private static LoadEventListener aroundLoad(List<LoadEventListener> listeners) {
        return (event, type) -> {
            if (type == LoadEventListener.GET) {
                FaultLog.guard(
                        "note a look-up of an entity",
                        () -> OpenSessions.observe(event.getSession()).lookedUp(event));
            }
            try (CauseFrame frame = open(
                    () -> OpenSessions.observe(event.getSession()).frames().openLoad(event, LoadReasons.of(type)))) {
                for (LoadEventListener listener : listeners) {
                    listener.onLoad(event, type);
                }
            }
        };
    }

    private static InitializeCollectionEventListener aroundCollection(
            List<InitializeCollectionEventListener> listeners) {
        return event -> {
            try (CauseFrame frame = open(() -> OpenSessions.observe(event.getSession())
                    .frames()
                    .openCollection(event.getCollection(), event.getSession()))) {
                for (InitializeCollectionEventListener listener : listeners) {
                    listener.onInitializeCollection(event);
                }
                FaultLog.guard(
                        "count a collection",
                        () -> OpenSessions.observe(event.getSession())
                                .collectionRead(event.getCollection(), event.getSession()));
            }
        };
    }

    private static <L> Function<List<L>, L> flushes(Class<L> type, boolean areAutomatic) {
        return listeners -> AroundListeners.wrap(
                type, listeners, () -> new Cause.Flush(FLUSHES.incrementAndGet(), areAutomatic), (flush, event) -> {
                    if (Recorder.isListening()) {
                        FaultLog.guard("note a flush", () -> flushed(flush, event));
                    }
                });
    }

    private static void flushed(Cause cause, Object event) {
        if (cause instanceof Cause.Flush flush && event instanceof FlushEvent flushed) {
            ObservedSession session = OpenSessions.observe(flushed.getSession());
            boolean isExecuted = !(event instanceof AutoFlushEvent automatic) || automatic.isFlushRequired();
            if (isExecuted) {
                session.collectionWrites().flushed();
                session.rows().flushed();
            }
            session.flushes().flushed(flush, flushed);
        }
    }

    private static <L> Function<List<L>, L> loads(Class<L> type, Reason reason) {
        return listeners -> AroundListeners.wrap(type, listeners, () -> new Cause.EntityLoad("", reason, 1));
    }

    /** {@return the frame, or one that explains nothing when this library fails} */
    private static CauseFrame open(Supplier<@Nullable CauseFrame> frame) {
        CauseFrame opened = FaultLog.guard("explain a load of Hibernate", null, frame);
        return opened == null ? CauseFrame.open(new Cause.Unknown(), List::of) : opened;
    }
}
