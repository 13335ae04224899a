package io.querybudget.recording;

import io.querybudget.Cause;
import io.querybudget.Owner;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a thread's stack of causes: something that Hibernate or a repository is doing right now.
 *
 * <p>A frame either <em>executes</em>, and then explains the one statement that runs directly in it, or surrounds such
 * frames. Each must be closed by the thread that opened it, innermost first.
 */
public final class CauseFrame implements AutoCloseable {

    private final ThreadState thread = ThreadState.current();
    private final @Nullable CauseFrame enclosing = thread.frame;
    private final long id;
    private final @Nullable Cause cause;
    private final Supplier<List<Owner>> owners;
    private final @Nullable RepositoryCall repositoryCall;
    private @Nullable StatementRecord statement;

    private CauseFrame(
            long id, @Nullable Cause cause, Supplier<List<Owner>> owners, @Nullable RepositoryCall repositoryCall) {
        this.id = id;
        this.cause = cause;
        this.owners = owners;
        this.repositoryCall = repositoryCall;
    }

    /**
     * Opens a frame that surrounds executions: an entity or a collection is being loaded, changes are flushed.
     *
     * @param cause what is being done
     * @param owners looks up the entities whose attribute is being loaded; asked only when a statement is executed
     */
    public static CauseFrame open(Cause cause, Supplier<List<Owner>> owners) {
        return push(new CauseFrame(0, cause, owners, null));
    }

    /** Opens a frame in which one statement is executed and its result is read. */
    public static CauseFrame openExecution(Cause cause, List<Owner> owners) {
        return push(new CauseFrame(StatementRecord.nextId(), cause, () -> owners, null));
    }

    /**
     * Opens a frame for the call of a repository method.
     *
     * @param method such as {@code OrderRepository.findOpen}
     * @param isInherited whether the repository inherits the method instead of declaring it
     */
    public static CauseFrame openRepositoryCall(String method, boolean isInherited) {
        return push(new CauseFrame(0, null, List::of, new RepositoryCall(method, isInherited)));
    }

    /** {@return the innermost frame of this thread, or null} */
    public static @Nullable CauseFrame current() {
        return ThreadState.current().frame;
    }

    private static CauseFrame push(CauseFrame frame) {
        frame.thread.frame = frame;
        return frame;
    }

    /** {@return what is being done, or null for a repository call} */
    public @Nullable Cause cause() {
        return cause;
    }

    /** {@return what explains the statement that runs directly in this frame} */
    Cause causeOfStatement() {
        return cause == null ? new Cause.Unknown() : cause;
    }

    /** {@return the entities whose attribute is being loaded, looked up now} */
    public List<Owner> owners() {
        return owners.get();
    }

    /** {@return the statement that this frame explains, or null when none ran yet} */
    public @Nullable StatementRecord statement() {
        return statement;
    }

    /** {@return whether one statement runs directly in this frame} */
    public boolean isExecution() {
        return id != 0;
    }

    /** {@return the innermost execution at or around this frame, or null} */
    public @Nullable CauseFrame nearestExecution() {
        CauseFrame frame = this;
        while (frame != null && !frame.isExecution()) {
            frame = frame.enclosing;
        }
        return frame;
    }

    /** {@return the frame around this one, or null} */
    public @Nullable CauseFrame enclosing() {
        return enclosing;
    }

    @Override
    public void close() {
        thread.frame = enclosing;
    }

    long id() {
        return id;
    }

    void explain(StatementRecord record) {
        statement = record;
    }

    /** {@return the innermost repository call at or around this frame, or null} */
    @Nullable
    RepositoryCall nearestRepositoryCall() {
        CauseFrame frame = this;
        while (frame != null && frame.repositoryCall == null) {
            frame = frame.enclosing;
        }
        return frame == null ? null : frame.repositoryCall;
    }
}
