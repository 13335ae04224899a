package io.querybudget.recording;

import org.jspecify.annotations.Nullable;

/** What this library remembers for one thread; confined to it. */
final class ThreadState {

    private static final ThreadLocal<ThreadState> CURRENT = ThreadLocal.withInitial(ThreadState::new);

    /** The innermost open unit of work. */
    @Nullable
    UnitOfWork unit;

    /** Whether SQL outside a unit of work is the preparation of a test. */
    boolean isPreparing;

    /** The innermost thing Hibernate or a repository is doing. */
    @Nullable
    CauseFrame frame;

    /** The result whose rows are being read, innermost first. */
    @Nullable
    StatementRecord reading;

    /** How many statements the thread executed. */
    long statements;

    static ThreadState current() {
        return CURRENT.get();
    }
}
