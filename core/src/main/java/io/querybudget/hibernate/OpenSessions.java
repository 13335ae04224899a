package io.querybudget.hibernate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.hibernate.FlushMode;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.resource.transaction.spi.TransactionStatus;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that are observed, from their first event on.
 *
 * <p>Safe for use by many threads. A session that is never closed is not kept alive.
 */
final class OpenSessions {

    private static final Map<SharedSessionContractImplementor, ObservedSession> OPEN =
            Collections.synchronizedMap(new WeakHashMap<>());

    private OpenSessions() {}

    /** {@return what is remembered of a session, which the calling thread uses} */
    static ObservedSession observe(SharedSessionContractImplementor session) {
        ObservedSession known = OPEN.get(session);
        if (known == null) {
            known = new ObservedSession(session);
            OPEN.put(session, known);
            session.getEventListenerManager().addListener(known);
        }
        known.usedByThread();
        return known;
    }

    static void forget(@Nullable SharedSessionContractImplementor session) {
        OPEN.remove(session);
    }

    /**
     * Flushes the sessions that this thread used last and whose transaction will flush them anyway.
     *
     * @return the message of each flush that failed
     */
    static List<String> flushThoseOfThread() {
        List<SharedSessionContractImplementor> sessions;
        synchronized (OPEN) {
            sessions = OPEN.entrySet().stream()
                    .filter(entry -> entry.getValue().isUsedByThread())
                    .map(Map.Entry::getKey)
                    .toList();
        }
        List<String> failures = new ArrayList<>();
        for (SharedSessionContractImplementor session : sessions) {
            if (session instanceof SessionImplementor implementor && flushesOnCommit(implementor)) {
                try {
                    implementor.flush();
                } catch (RuntimeException failure) {
                    failures.add(failure.getClass().getSimpleName() + ": " + failure.getMessage());
                }
            }
        }
        return failures;
    }

    private static boolean flushesOnCommit(SessionImplementor session) {
        return session.isOpen()
                && session.isTransactionInProgress()
                && session.getHibernateFlushMode() == FlushMode.AUTO
                && session.accessTransaction().getStatus() == TransactionStatus.ACTIVE;
    }
}
