package io.querybudget.recording;

import org.jspecify.annotations.Nullable;

/**
 * The time during which a unit of work is the current one of a thread.
 *
 * <p>Close it on the thread that opened it. Closing it twice has no effect.
 */
public final class UnitScope implements AutoCloseable {

    private final UnitOfWork unit;
    private final @Nullable UnitOfWork previous;
    private final boolean isOwner;
    private boolean closed;

    private UnitScope(UnitOfWork unit, @Nullable UnitOfWork previous, boolean isOwner) {
        this.unit = unit;
        this.previous = previous;
        this.isOwner = isOwner;
    }

    /** Opens a unit of work inside the current one of this thread, if there is one; a test lies in no other unit. */
    public static UnitScope open(UnitOfWork.Kind kind, String name) {
        return open(prepare(kind, name));
    }

    /** Opens a unit of work on this thread inside one of another thread, such as a server's request inside the test that sent it. */
    public static UnitScope open(UnitOfWork.Kind kind, String name, @Nullable UnitOfWork enclosing) {
        return open(new UnitOfWork(kind, name, enclosing));
    }

    /**
     * {@return a unit of work that counts nothing until {@link #open(UnitOfWork)}, so that a test can be given it before it
     * begins}
     */
    public static UnitOfWork prepare(UnitOfWork.Kind kind, String name) {
        return new UnitOfWork(kind, name, kind == UnitOfWork.Kind.TEST ? null : ThreadState.current().unit);
    }

    /** Opens a prepared unit of work on this thread. */
    public static UnitScope open(UnitOfWork prepared) {
        Recorder.opened(prepared);
        return enter(prepared, true);
    }

    /** Makes an open unit of work the current one of this thread too. */
    public static UnitScope join(UnitOfWork unit) {
        return enter(unit, false);
    }

    private static UnitScope enter(UnitOfWork unit, boolean isOwner) {
        ThreadState state = ThreadState.current();
        UnitScope scope = new UnitScope(unit, state.unit, isOwner);
        state.unit = unit;
        return scope;
    }

    /** {@return the unit of work} */
    public UnitOfWork unit() {
        return unit;
    }

    /** Ends the unit of work, or this thread's part in it. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        ThreadState state = ThreadState.current();
        state.unit = previous;
        if (previous == null) {
            state.readings.clear();
            state.held.clear();
        }
        if (isOwner) {
            Recorder.closed(unit);
        }
    }
}
