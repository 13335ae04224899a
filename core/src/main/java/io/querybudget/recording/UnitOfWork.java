package io.querybudget.recording;

import io.querybudget.Recording;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The span whose SQL is counted and judged: a test method, a block of it, an HTTP request.
 *
 * <p>A unit of work belongs to the thread that opened it. Units nest: a statement counts in every unit that is open for
 * its thread. {@link #wrap(Callable)} carries a unit to another thread.
 *
 * <p>This is a live view, safe for use by many threads; {@link #recording()} takes an immutable snapshot.
 */
public final class UnitOfWork {

    /** The kinds of unit of work. */
    public enum Kind {
        /** A test method; it adopts statements of threads without a unit of work while it is the only open test. */
        TEST,
        /** A part of another unit of work, or a block on its own. */
        BLOCK,
        /** The handling of an HTTP request. */
        REQUEST,
        /** One of several runs of the same code, made to compare them; what it executes counts in no unit around it. */
        MEASUREMENT
    }

    private static final int MOST_STACKS_PER_SHAPE = 100;
    private static final int MOST_PLACES_PER_SHAPE = 1_000;
    private static final int SAMPLED_PLACES = 16;
    private static final int INSTRUCTIONS_PER_SHAPE = 4;
    private static final String JVM = UUID.randomUUID().toString();
    private static final AtomicLong OPENED = new AtomicLong();

    private final String token = JVM + "-" + OPENED.incrementAndGet();
    private final Kind kind;
    private final String name;
    private final @Nullable UnitOfWork enclosing;
    private final Map<String, Stacks> stacksByShape = new HashMap<>();
    private final LongSupplier clock;
    private volatile long owner;
    private volatile Tally all;
    private final Map<String, Tally> parts = new ConcurrentHashMap<>();
    private volatile boolean isClosed;

    /** The stacks that were taken for one shape; later ones only where the place is another one. */
    private static final class Stacks {
        private final Map<Integer, CallStack> byPlace = new HashMap<>();
        private @Nullable CallStack latest;
        private int taken;
    }

    UnitOfWork(Kind kind, String name, @Nullable UnitOfWork enclosing) {
        this(kind, name, enclosing, System::nanoTime);
    }

    UnitOfWork(Kind kind, String name, @Nullable UnitOfWork enclosing, LongSupplier clock) {
        this.kind = kind;
        this.name = name;
        this.enclosing = enclosing;
        this.clock = clock;
        this.all = tally();
    }

    /** The end of a block is no reason to close anything: what it opened may be closed after it. */
    private Tally tally() {
        return new Tally(name, kind != Kind.BLOCK);
    }

    /** {@return the kind of this unit} */
    public Kind kind() {
        return kind;
    }

    /** {@return the name of this unit, such as {@code OrderTests > loads_open_orders()}} */
    public String name() {
        return name;
    }

    /** {@return whether this unit lies in no other one, and so is the one that reports findings} */
    public boolean isOutermost() {
        return enclosing == null;
    }

    /** {@return a snapshot of what was executed so far} */
    public Recording recording() {
        return all.recording();
    }

    /**
     * {@return snapshots of what is executed from now on; they grow until the next call for the same purpose}
     *
     * @param purpose what the part is wanted for
     * @param partName the name of the part
     */
    public Supplier<Recording> recordingFromNow(String purpose, String partName) {
        Tally rest = new Tally(partName, false);
        parts.put(purpose, rest);
        return rest::recording;
    }

    /**
     * {@return a task that runs in this unit of work, on whichever thread runs it}
     *
     * @param task what to run
     * @param <T> the type of its result
     */
    public <T> Callable<T> wrap(Callable<T> task) {
        return () -> {
            try (UnitScope scope = UnitScope.join(this)) {
                return task.call();
            }
        };
    }

    /**
     * {@return a task that runs in this unit of work, on whichever thread runs it}
     *
     * @param task what to run
     */
    public Runnable wrap(Runnable task) {
        return () -> {
            try (UnitScope scope = UnitScope.join(this)) {
                task.run();
            }
        };
    }

    /**
     * {@return a task that runs in this unit of work, on whichever thread runs it}
     *
     * <p>Named apart from {@link #wrap(Callable)}, because a lambda fits both.
     *
     * @param task what to run
     * @param <T> the type of its result
     */
    public <T extends @Nullable Object> Supplier<T> wrapSupplier(Supplier<T> task) {
        return () -> {
            try (UnitScope scope = UnitScope.join(this)) {
                return task.get();
            }
        };
    }

    /**
     * {@return an executor whose tasks run in this unit of work}
     *
     * @param executor what runs the tasks
     */
    public Executor wrap(Executor executor) {
        return task -> executor.execute(wrap(task));
    }

    /** {@return a text that no other unit has, in whichever JVM} */
    String token() {
        return token;
    }

    @Nullable
    UnitOfWork enclosing() {
        return enclosing;
    }

    /** {@return the unit around this one in which the statements of this one count too} */
    @Nullable
    UnitOfWork countedIn() {
        return kind == Kind.MEASUREMENT ? null : enclosing;
    }

    UnitOfWork outermost() {
        return enclosing == null ? this : enclosing.outermost();
    }

    /** Begins to count; what was prepared before is no part of this unit. */
    void opened() {
        all = tally();
        owner = Thread.currentThread().getId();
    }

    /** {@return whether the calling thread opened it} */
    boolean isOwnedByThread() {
        return owner == Thread.currentThread().getId();
    }

    /** {@return what tells the time in nanoseconds} */
    LongSupplier clock() {
        return clock;
    }

    void closed() {
        isClosed = true;
    }

    /** {@return whether this unit has ended, so that nobody looks at what is added to it} */
    boolean isClosed() {
        return isClosed;
    }

    /** Adds something to this unit, and to the parts of it that are open. */
    void add(Consumer<Tally> addition) {
        addition.accept(all);
        parts.values().forEach(addition);
    }

    /**
     * {@return the stack of this thread for the first statements of a shape, later one that was taken at the same place, and
     * after very many the latest; null when no more statements are kept}
     *
     * @param isOfHibernate whether Hibernate executes the statement
     * @param mayBeLoop whether the instruction of the first matters already, which tells two calls on one line from a loop
     */
    synchronized @Nullable CallStack stack(String shape, boolean isOfHibernate, boolean mayBeLoop) {
        if (all.isFull()) {
            return null;
        }
        Stacks stacks = stacksByShape.computeIfAbsent(shape, unused -> new Stacks());
        int before = stacks.taken++;
        if (before >= MOST_STACKS_PER_SHAPE) {
            boolean isSample = before % SAMPLED_PLACES == 0;
            if (stacks.latest == null || before < MOST_PLACES_PER_SHAPE || isSample) {
                stacks.latest = stacks.byPlace.computeIfAbsent(
                        CallStack.place(isOfHibernate), unused -> CallStack.take(isOfHibernate));
            }
            return stacks.latest;
        }
        boolean isExact = (mayBeLoop || before > 0) && before < INSTRUCTIONS_PER_SHAPE;
        return isExact ? CallStack.takeWithInstruction(isOfHibernate) : CallStack.take(isOfHibernate);
    }
}
