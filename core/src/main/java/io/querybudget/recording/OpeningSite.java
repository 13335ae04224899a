package io.querybudget.recording;

import io.querybudget.CallSite;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The call that opened a connection, or the session that takes connections; safe for use by many threads. */
public final class OpeningSite {

    private final long order = StatementRecord.nextId();
    private final boolean isOnOwnThread;
    private final CallStack stack = CallStack.take(ThreadState.current().isSessionConnecting);

    private OpeningSite(UnitOfWork unit) {
        this.isOnOwnThread = unit.isOwnedByThread();
    }

    /** {@return the present call, or null when no unit of work is current on this thread} */
    public static @Nullable OpeningSite here() {
        UnitOfWork unit = ThreadState.current().unit;
        return unit == null ? null : new OpeningSite(unit);
    }

    List<CallSite> path() {
        return stack.path();
    }

    /** {@return whether the connection is taken because a transaction of Hibernate begins} */
    boolean beginsTransaction() {
        return stack.isWithin("org.hibernate.engine.transaction.internal.TransactionImpl", "begin");
    }

    /** {@return the application's own call that opened a session after something else, or null} */
    @Nullable
    CallSite openerOfSession(long since) {
        return isAfter(since) ? stack.caller(OpeningCalls::passesOnSessions) : null;
    }

    /** {@return the application's own call that opened a connection after something else, or null} */
    @Nullable
    CallSite openerOfConnection(long since) {
        return isAfter(since) ? stack.caller(OpeningCalls::passesOnConnections) : null;
    }

    private boolean isAfter(long since) {
        return isOnOwnThread && order > since;
    }
}
