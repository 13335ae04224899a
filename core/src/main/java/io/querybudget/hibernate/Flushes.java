package io.querybudget.hibernate;

import io.querybudget.Cause;
import io.querybudget.SessionFlush;
import io.querybudget.recording.Recorder;
import io.querybudget.recording.StatementRecord;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.Status;
import org.hibernate.event.spi.FlushEvent;

/**
 * Counts what the flushes of one session compare. Like the session it is used by one thread at a time.
 *
 * <p>Hibernate tells how many entities it looked at. Those that are read-only cost nothing; they are looked for when a
 * session holds many entities, and again when it holds twice as many, so that it costs less than the flushes themselves.
 */
final class Flushes {

    private static final AtomicLong SESSIONS = new AtomicLong();
    private static final int MANY = 100;

    private final long session = SESSIONS.incrementAndGet();
    private final HeldEntities held;
    private int inserted;
    private int counted;
    private int readOnly;

    Flushes(HeldEntities held) {
        this.held = held;
    }

    /** Notes that an entity was inserted. */
    void inserted() {
        inserted++;
    }

    /** Notes the end of a flush, unless the application did not ask for it. */
    void flushed(Cause.Flush flush, FlushEvent event) {
        if (!SessionsOfThread.areFlushed()) {
            note(flush, event);
        }
        held.flushed();
    }

    private void note(Cause.Flush flush, FlushEvent event) {
        int processed = event.getNumberOfEntitiesProcessed();
        if (processed < counted) {
            readOnly(0, Map.of());
        }
        if (processed >= MANY && processed >= 2 * counted) {
            readOnly(processed, readOnly(event.getSession().getPersistenceContextInternal()));
        }
        Recorder.flushed(
                new SessionFlush(
                        flush.number(),
                        session,
                        flush.isAutomatic(),
                        Math.max(0, processed - readOnly),
                        inserted,
                        StatementRecord.nextId(),
                        Thread.currentThread().getName()),
                held.compared());
        inserted = 0;
    }

    private void readOnly(int among, Map<String, Integer> byType) {
        counted = among;
        readOnly = byType.values().stream().mapToInt(Integer::intValue).sum();
        held.readOnly(byType);
    }

    private static Map<String, Integer> readOnly(PersistenceContext context) {
        Map<String, Integer> byType = new HashMap<>(0);
        for (Iterator<Object> entities = context.managedEntitiesIterator(); entities.hasNext(); ) {
            EntityEntry entry = context.getEntry(entities.next());
            if (entry != null && entry.getStatus() == Status.READ_ONLY) {
                byType.merge(entry.getEntityName(), 1, Integer::sum);
            }
        }
        return byType;
    }
}
