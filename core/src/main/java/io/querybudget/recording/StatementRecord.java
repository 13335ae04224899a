package io.querybudget.recording;

import io.querybudget.Cause;
import io.querybudget.ExecutedStatement;
import io.querybudget.ExecutedStatement.Execution;
import io.querybudget.ExecutedStatement.Provenance;
import io.querybudget.ExecutedStatement.Tables;
import io.querybudget.Materialised;
import io.querybudget.Materialised.Page;
import io.querybudget.Materialised.Product;
import io.querybudget.Owner;
import io.querybudget.StatementKind;
import io.querybudget.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A statement while it runs and while its rows are read.
 *
 * <p>Written by the thread that executes the statement; snapshots may be taken by any thread. It does not refer to a
 * unit of work, so that a session that outlives its unit of work does not hold it.
 */
public final class StatementRecord {

    private static final AtomicLong IDS = new AtomicLong();

    private final long id;
    private volatile StatementStart start;
    private final String thread = Thread.currentThread().getName();
    private final Cause cause;
    private final @Nullable StatementRecord caller;
    private final long callerId;
    private final long callerRow;
    private final boolean isInCall;
    private final @Nullable RepositoryCall repositoryCall;
    private volatile List<Owner> owners;
    private final ResultKeys keys = new ResultKeys();
    private volatile @Nullable CallStack stack;
    private volatile long elapsedNanos;
    private volatile boolean failed;
    private volatile int managedBefore;
    private final Map<String, EntityCount> entities = new ConcurrentHashMap<>(2);
    private volatile @Nullable Page page;
    private volatile @Nullable Product product;
    private final AtomicLong rows = new AtomicLong();

    /** Read by the thread that reads the result only. */
    private long currentRow;

    private final AtomicInteger openResults = new AtomicInteger();
    private volatile boolean adopted;
    private volatile boolean carried;

    private StatementRecord(StatementStart start, @Nullable CauseFrame frame) {
        CauseFrame execution = explaining(frame);
        this.id = execution == null ? nextId() : execution.id();
        this.start = start;
        this.cause = execution == null ? causeWithoutExecution(start.kind(), frame) : execution.causeOfStatement();
        this.owners = execution == null ? List.of() : execution.owners();
        CauseFrame caller = caller(frame, execution);
        StatementRecord reading =
                caller == null ? ThreadState.current().readingOf(start.parameters()) : caller.statement();
        this.caller = reading;
        this.callerId = caller != null ? caller.id() : reading == null ? 0 : reading.id;
        this.callerRow = reading == null ? 0 : reading.currentRow();
        this.isInCall = caller != null;
        this.repositoryCall = frame == null ? null : frame.nearestRepositoryCall();
        if (execution != null) {
            execution.explain(this);
        }
    }

    /** {@return the record of a statement that this thread is about to execute} */
    static StatementRecord begin(StatementStart start) {
        return new StatementRecord(start, CauseFrame.current());
    }

    /** {@return a number that is greater than those of all statements before, and less than those of all later ones} */
    public static long nextId() {
        return IDS.incrementAndGet();
    }

    /** What runs before Hibernate announces its statement is SQL of a converter or of a statement inspector. */
    private static @Nullable CauseFrame explaining(@Nullable CauseFrame frame) {
        boolean isAnnounced = ThreadState.current().announced != null;
        return isAnnounced && frame != null && frame.isExecution() && frame.statement() == null ? frame : null;
    }

    /** Hibernate writes outside of its executions: while it flushes, or at once to learn a generated identifier. */
    private static Cause causeWithoutExecution(StatementKind kind, @Nullable CauseFrame frame) {
        Cause cause = frame == null || frame.isExecution() ? null : frame.cause();
        boolean makesPersistent = cause instanceof Cause.ImmediateInsert
                || (cause instanceof Cause.EntityLoad load && load.reason() == Cause.EntityLoad.Reason.MERGE);
        if (makesPersistent && kind == StatementKind.INSERT) {
            return new Cause.ImmediateInsert();
        }
        boolean isLock = // Hibernate 6 locks by a statement that it announces by an event only
                cause instanceof Cause.EntityLoad lock && lock.reason() == Cause.EntityLoad.Reason.REFRESH;
        return cause != null && (isLock || cause instanceof Cause.Flush) ? cause : new Cause.Unknown();
    }

    /** {@return the execution of Hibernate that this one is a part of, or null} */
    private static @Nullable CauseFrame caller(@Nullable CauseFrame frame, @Nullable CauseFrame execution) {
        CauseFrame surrounding = execution == null ? frame : execution.enclosing();
        return surrounding == null ? null : surrounding.nearestExecution();
    }

    /** {@return whether it ran while that row of another statement was being read} */
    public boolean isWithinRow(long statementId, long row) {
        return callerId == statementId && callerRow == row;
    }

    /** {@return the statement of which a row was being read when this one ran, or null} */
    public @Nullable StatementRecord caller() {
        return caller;
    }

    /** {@return the id that {@link ExecutedStatement#id} will have} */
    public long id() {
        return id;
    }

    /** {@return whether a value of a result may be a key, and so is worth remembering} */
    public static boolean isKeyLike(@Nullable Object value) {
        return ResultKeys.isKeyLike(value);
    }

    /** {@return what the statement does} */
    public StatementKind kind() {
        return start.kind();
    }

    /** {@return the tables read or written, as {@link SqlText#tables} names them} */
    public Set<String> tables() {
        return start.sql().tables();
    }

    /** {@return the rows read so far} */
    public long rows() {
        return rows.get();
    }

    /** {@return the 1-based number of the row that was read last} */
    public long currentRow() {
        return currentRow;
    }

    /** {@return whether one of some values was read from the row that was read last} */
    boolean isReadingAny(List<@Nullable Object> values) {
        return isReading() && keys.isAnyIn(currentRow, values);
    }

    /** Notes the end of the execute call. */
    public void executed(long elapsed, boolean hasFailed) {
        elapsedNanos = elapsed;
        failed = hasFailed;
    }

    /** Notes that a ResultSet of this statement was handed to the application. */
    public void resultOpened() {
        openResults.incrementAndGet();
    }

    /**
     * Notes that the application moved to a row, whose number grows through all results of the statement.
     *
     * @return the array that takes the values it reads of that row, by column; empty when they are not remembered
     */
    public @Nullable Object[] rowRead(long number) {
        currentRow = number;
        if (number > rows.getPlain()) {
            rows.setRelease(number);
        }
        ThreadState.current().read(this);
        return keys.row(number);
    }

    /** Notes that a ResultSet was read to its end or closed. */
    public void resultFinished() {
        openResults.decrementAndGet();
        ThreadState.current().reading();
    }

    boolean isReading() {
        return openResults.get() > 0;
    }

    /** Adds an entity whose attribute made this statement run, once that is known. */
    public void addOwner(Owner owner) {
        List<Owner> more = new ArrayList<>(owners);
        more.removeIf(known -> known.statementId() == id);
        more.add(owner);
        owners = more;
    }

    /** Notes how many entities of this query's result the session held before. */
    public void managedBefore(int entities) {
        managedBefore = entities;
    }

    /** {@return whether the attributes of entities are known to have made this statement run} */
    boolean hasOwners() {
        return !owners.isEmpty();
    }

    /** {@return the count of the entities of one type that are read from the rows of this statement} */
    public EntityCount entities(String entityName) {
        return entities.computeIfAbsent(entityName, EntityCount::new);
    }

    /** Notes that more was read than the page that was asked for. */
    public void exceeded(Page asked) {
        page = asked;
    }

    /** Notes that fetched collections multiplied the rows. */
    public void multiplied(Product by) {
        product = by;
    }

    void calledFrom(@Nullable CallStack taken) {
        stack = taken;
    }

    void adopt() {
        adopted = true;
    }

    /** Notes that another thread opened the unit of work. */
    void carry() {
        carried = true;
    }

    /** Keeps no values: the statement belongs to no unit of work. */
    void dropValues() {
        start = start.withoutParameters();
        keys.close();
    }

    StatementStart start() {
        return start;
    }

    String thread() {
        return thread;
    }

    ExecutedStatement snapshot() {
        CallStack taken = stack;
        return new ExecutedStatement(
                id,
                start.kind(),
                start.sql().text(),
                start.sql().shape(),
                new Tables(start.sql().tables(), start.sql().writtenTable().orElse(null)),
                rows.get(),
                isReading(),
                new Execution(
                        start.batchSize(),
                        elapsedNanos,
                        start.dataSource(),
                        start.transaction(),
                        thread,
                        adopted,
                        carried,
                        failed,
                        taken != null && taken.isRendering(),
                        repositoryCall != null && repositoryCall.isInherited()),
                cause,
                taken == null ? List.of() : taken.path(),
                repositoryCall == null ? null : repositoryCall.method(),
                new Provenance(
                        List.copyOf(taken == null ? owners : taken.reading(owners)),
                        callerId,
                        callerRow,
                        isInCall,
                        start.parameters(),
                        keys.snapshot(),
                        taken == null ? 0 : taken.instruction(),
                        managedBefore),
                new Materialised(
                        entities.values().stream().map(EntityCount::snapshot).toList(), page, product));
    }
}
