package io.querybudget.hibernate;

import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that are observed, from their first event on.
 *
 * <p>Safe for use by many threads. A session that is never closed is not kept alive: it holds what is remembered of it,
 * which may lead back to it, because an entity can be its own identifier.
 */
final class OpenSessions {

    private static final Map<SharedSessionContractImplementor, WeakReference<ObservedSession>> OPEN =
            Collections.synchronizedMap(new WeakHashMap<>());

    /** The session that a thread used last, which it uses for many entities in turn. */
    private static final ThreadLocal<@Nullable WeakReference<ObservedSession>> LATEST = new ThreadLocal<>();

    private OpenSessions() {}

    /** {@return what is remembered of a session, which the calling thread uses} */
    static ObservedSession observe(SharedSessionContractImplementor session) {
        ObservedSession latest = get(LATEST.get());
        if (latest != null && latest.isOf(session) && latest.isUsedByThread()) {
            return latest;
        }
        WeakReference<ObservedSession> reference = OPEN.get(session);
        ObservedSession known = get(reference);
        if (known == null) {
            known = new ObservedSession(session);
            reference = new WeakReference<>(known);
            OPEN.put(session, reference);
            session.getEventListenerManager().addListener(new SessionListener(known));
        }
        known.usedByThread();
        LATEST.set(reference);
        return known;
    }

    private static @Nullable ObservedSession get(@Nullable WeakReference<ObservedSession> reference) {
        return reference == null ? null : reference.get();
    }

    static void forget(@Nullable SharedSessionContractImplementor session) {
        OPEN.remove(session);
    }

    /** {@return the sessions that this thread used last} */
    static List<SharedSessionContractImplementor> ofThread() {
        synchronized (OPEN) {
            return OPEN.entrySet().stream()
                    .filter(entry -> isUsedByThread(get(entry.getValue())))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    private static boolean isUsedByThread(@Nullable ObservedSession session) {
        return session != null && session.isUsedByThread();
    }
}
