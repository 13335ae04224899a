package io.querybudget.recording;

import io.querybudget.CollectionWrite;
import io.querybudget.Deletion;
import io.querybudget.KeyReference;
import io.querybudget.KeyRelation;
import io.querybudget.Load;
import io.querybudget.SessionFlush;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives each statement to the units of work it belongs to.
 *
 * <p>A statement belongs to the unit that is current on its thread and to those around it, up to a measurement. On a thread
 * without one it is <em>adopted</em> by the only open test; when several tests are open it is <em>stray</em> for each of
 * them. A block of a test adopts nothing: for it such a statement is always stray. What prepares a test, and what runs on the threads of
 * the background, belongs to nobody.
 *
 * <p>Safe for use by many threads.
 */
public final class Recorder {

    private static final List<UnitOfWork> OPEN_TESTS = new CopyOnWriteArrayList<>();

    /** The blocks of tests; one outside a test cannot tell the SQL of its own threads from that of other tests. */
    private static final List<UnitOfWork> OPEN_BLOCKS = new CopyOnWriteArrayList<>();

    /** The tests, and what is open inside them, by their tokens. */
    private static final Map<String, UnitOfWork> BY_TOKEN = new ConcurrentHashMap<>();

    private Recorder() {}

    /** {@return the innermost unit of work that is open on this thread} */
    public static Optional<UnitOfWork> current() {
        return Optional.ofNullable(ThreadState.current().unit);
    }

    /** Makes a unit of work the current one of this thread, or none; {@link UnitScope} does that for a known time. */
    public static void makeCurrent(@Nullable UnitOfWork unit) {
        ThreadState.current().unit = unit;
    }

    /** {@return a text by which another thread of this JVM can {@link #find} the test, or its block, of this thread} */
    public static Optional<String> token() {
        UnitOfWork unit = ThreadState.current().unit;
        while (unit != null && !BY_TOKEN.containsKey(unit.token())) {
            unit = unit.enclosing();
        }
        return Optional.ofNullable(unit).map(UnitOfWork::token);
    }

    /** {@return the open test, or the open block of one, that has this token} */
    public static Optional<UnitOfWork> find(String token) {
        return Optional.ofNullable(BY_TOKEN.get(token));
    }

    /** {@return the test that takes in what other threads do: the only open one, unless a block of it is open too} */
    public static Optional<UnitOfWork> onlyTest() {
        List<UnitOfWork> tests = List.copyOf(OPEN_TESTS);
        return tests.size() == 1 && OPEN_BLOCKS.isEmpty() ? Optional.of(tests.get(0)) : Optional.empty();
    }

    /** {@return whether a test is open in this JVM} */
    public static boolean isTesting() {
        return !OPEN_TESTS.isEmpty();
    }

    /** {@return whether what this thread executes may belong to a unit of work} */
    public static boolean isListening() {
        return ThreadState.current().unit != null || !OPEN_TESTS.isEmpty();
    }

    /**
     * Notes that the next statement of this thread is one of Hibernate.
     *
     * @param mapping the foreign keys of the mapping; the same object for each statement of a session factory
     */
    public static void announce(Collection<KeyRelation> mapping) {
        ThreadState.current().announced = mapping;
    }

    /** Notes that a statement is about to run on this thread. */
    public static StatementRecord begin(StatementStart start) {
        ThreadState state = ThreadState.current();
        StatementRecord statement = StatementRecord.begin(start);
        boolean isOfHibernate = state.announced != null;
        if (state.announced != null) {
            start.keys().addMapping(state.announced);
            state.announced = null;
        }
        state.statements++;
        UnitOfWork adopter = isForeign(state) ? adopter(statement, requestOf(state)) : null;
        UnitOfWork innermost = state.unit == null ? adopter : state.unit;
        if (innermost == null) {
            statement.dropValues();
            return statement;
        }
        if (!innermost.isOwnedByThread()) {
            statement.carry();
        }
        statement.calledFrom(innermost.stack(start.sql().shape(), isOfHibernate, statement.hasOwners()));
        addToAll(state.unit, tally -> tally.add(statement));
        addToAll(adopter, tally -> tally.add(statement));
        LateSql.note(innermost.outermost(), statement);
        return statement;
    }

    /** Notes that Hibernate loaded something on this thread, or asked the second-level cache for it. */
    public static void loaded(Load load) {
        addToListening(tally -> tally.add(load));
    }

    /** Notes that Hibernate writes rows of a collection on this thread that it need not write. */
    public static void wrote(CollectionWrite write) {
        addToListening(tally -> tally.note(notes -> notes.add(write)));
    }

    /** Notes that Hibernate deletes an entity on this thread that it need not have loaded. */
    public static void deleted(Deletion deletion) {
        addToListening(tally -> tally.note(notes -> notes.add(deletion)));
    }

    /** Notes that Hibernate wrote the key of an entity, which was loaded by its identifier, into another row on this thread. */
    public static void referred(KeyReference reference) {
        addToListening(tally -> tally.note(notes -> notes.add(reference)));
    }

    /** Notes that more than the key is used of an entity that a statement loaded by its identifier. */
    public static void used(long statementId) {
        addToListening(tally -> tally.note(notes -> notes.addUse(statementId)));
    }

    /**
     * Notes that Hibernate inserted an entity on this thread.
     *
     * @param entityName its type
     * @param since what {@link StatementRecord#nextId} was when its session was given the entity
     */
    public static void inserted(String entityName, long since) {
        addToListening(tally -> tally.addInserted(entityName, since));
    }

    /**
     * Notes that Hibernate flushed a session on this thread.
     *
     * @param compared how many entities of each type it compared; read before this method returns
     */
    public static void flushed(SessionFlush flush, Map<String, Integer> compared) {
        addToListening(tally -> tally.add(flush, compared));
    }

    private static void addToListening(Consumer<Tally> addition) {
        ThreadState state = ThreadState.current();
        addToAll(state.unit, addition);
        if (isForeign(state) && OPEN_TESTS.size() == 1) {
            OPEN_TESTS.forEach(test -> test.add(addition));
        }
    }

    /**
     * Notes that this thread took a connection from a data source.
     *
     * @param connection what the data source handed out, below all wrappers of this library
     * @return its record, or null when it belongs to no unit of work
     */
    public static @Nullable ConnectionRecord connected(String dataSource, Connection connection) {
        ThreadState state = ThreadState.current();
        UnitOfWork unit = state.unit;
        OpeningSite site = OpeningSite.here();
        if (unit == null || site == null || isOfTest(unit, site, state)) {
            return null;
        }
        ConnectionRecord record = new ConnectionRecord(dataSource, connection, site, state.session, unit.clock());
        addToAll(unit, tally -> tally.add(record));
        return record;
    }

    /** {@return whether a test opened the session before its unit of work, so that it holds what that session takes} */
    private static boolean isOfTest(UnitOfWork unit, OpeningSite connection, ThreadState state) {
        return state.isSessionConnecting
                && state.session == null
                && unit.outermost().kind() != UnitOfWork.Kind.REQUEST
                && !connection.beginsTransaction();
    }

    /** Notes the session for which this thread takes connections from now on; null for one that was opened in no unit of work. */
    public static void connectsFor(@Nullable OpeningSite session) {
        ThreadState state = ThreadState.current();
        state.session = session;
        state.isSessionConnecting = true;
    }

    /** Notes that this thread takes connections for no session from now on. */
    public static void connectsForNone() {
        ThreadState state = ThreadState.current();
        state.session = null;
        state.isSessionConnecting = false;
    }

    /**
     * Notes that this thread read an entity that its session has held since it was written to it.
     *
     * @param entity its simple name
     * @param since what {@link StatementRecord#nextId} was at the time
     */
    public static void held(String entity, long since) {
        addToAll(ThreadState.current().unit, tally -> tally.addHeld(entity, since));
    }

    /** Notes that Hibernate executed a statement on this thread over a connection that is not observed. */
    public static void unseen() {
        ThreadState state = ThreadState.current();
        addToAll(state.unit, Tally::addUnseen);
        if (isForeign(state)) {
            OPEN_TESTS.forEach(test -> test.add(Tally::addUnseen));
        }
    }

    /** {@return a number that grows with each statement that this thread executes over an observed connection} */
    public static long statementsOfThread() {
        return ThreadState.current().statements;
    }

    /** {@return the record of the result that this thread reads right now, or null} */
    public static @Nullable StatementRecord reading() {
        return ThreadState.current().reading();
    }

    /** {@return whether nothing tells which test this thread works for; a request that no test sent names none} */
    private static boolean isForeign(ThreadState state) {
        boolean isOfNoTest = state.unit == null || state.unit.outermost().kind() == UnitOfWork.Kind.REQUEST;
        return isOfNoTest && !OPEN_TESTS.isEmpty() && !state.isPreparing && !BackgroundThreads.isCurrent();
    }

    private static String requestOf(ThreadState state) {
        return state.unit == null ? "" : state.unit.outermost().name();
    }

    private static @Nullable UnitOfWork adopter(StatementRecord statement, String request) {
        OPEN_BLOCKS.forEach(block -> block.add(tally -> tally.addStray(statement, request)));
        List<UnitOfWork> tests = List.copyOf(OPEN_TESTS);
        if (tests.size() != 1) {
            tests.forEach(test -> test.add(tally -> tally.addStray(statement, request)));
            return null;
        }
        statement.adopt();
        return tests.get(0);
    }

    /** Adds something to a unit and to those around it. */
    private static void addToAll(@Nullable UnitOfWork innermost, Consumer<Tally> addition) {
        for (UnitOfWork each = innermost; each != null; each = each.countedIn()) {
            each.add(addition);
        }
    }

    static void opened(UnitOfWork unit) {
        unit.opened();
        if (unit.kind() == UnitOfWork.Kind.TEST) {
            OPEN_TESTS.add(unit);
        }
        if (unit.outermost().kind() == UnitOfWork.Kind.TEST) {
            BY_TOKEN.put(unit.token(), unit);
            if (unit.kind() == UnitOfWork.Kind.BLOCK || unit.kind() == UnitOfWork.Kind.MEASUREMENT) {
                OPEN_BLOCKS.add(unit);
            }
        }
    }

    static void closed(UnitOfWork unit) {
        unit.closed();
        OPEN_TESTS.remove(unit);
        OPEN_BLOCKS.remove(unit);
        BY_TOKEN.remove(unit.token());
    }
}
