package io.querybudget.hibernate;

import io.querybudget.recording.PersistenceContexts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.FlushMode;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.resource.transaction.spi.TransactionStatus;

/** The open sessions that the calling thread used last. */
final class SessionsOfThread implements PersistenceContexts {

    /** Whether this thread flushes only so that what is pending counts where it belongs. */
    private static final ThreadLocal<Boolean> FLUSHES = ThreadLocal.withInitial(() -> false);

    /** {@return whether this thread flushes what the application did not flush} */
    static boolean areFlushed() {
        return FLUSHES.get();
    }

    @Override
    public List<String> flush() {
        return forEach(session -> {
            if (flushesBeforeCommit(session) && session.getHibernateFlushMode() == FlushMode.AUTO) {
                session.flush();
            }
        });
    }

    @Override
    public List<String> flushAndClear() {
        return forEach(session -> {
            if (flushesBeforeCommit(session)) {
                session.flush();
            } else if (session.isDirty()) {
                throw new IllegalStateException("a session holds changes that no transaction will flush");
            }
            session.clear();
        });
    }

    private static List<String> forEach(Consumer<SessionImplementor> action) {
        FLUSHES.set(true);
        try {
            return failures(action);
        } finally {
            FLUSHES.remove();
        }
    }

    private static List<String> failures(Consumer<SessionImplementor> action) {
        List<String> failures = new ArrayList<>();
        OpenSessions.ofThread().forEach(session -> {
            if (session instanceof SessionImplementor implementor && implementor.isOpen()) {
                try {
                    action.accept(implementor);
                } catch (RuntimeException failure) {
                    failures.add(failure.getClass().getSimpleName() + ": " + failure.getMessage());
                }
            }
        });
        return failures;
    }

    private static boolean flushesBeforeCommit(SessionImplementor session) {
        return session.isTransactionInProgress()
                && session.getHibernateFlushMode() != FlushMode.MANUAL
                && session.accessTransaction().getStatus() == TransactionStatus.ACTIVE;
    }
}
