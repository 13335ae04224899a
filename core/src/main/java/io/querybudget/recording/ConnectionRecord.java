package io.querybudget.recording;

import io.querybudget.ConnectionUse;
import io.querybudget.ConnectionUse.Idle;
import io.querybudget.ConnectionUse.State;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection while it is held.
 *
 * <p>Safe for use by many threads. It refers to no unit of work, and weakly to the connection, so that nothing that is
 * never closed holds a recording or is held by one.
 */
public final class ConnectionRecord {

    private final long id = StatementRecord.nextId();
    private final String dataSource;
    private final WeakReference<Connection> connection;
    private final OpeningSite site;
    private final @Nullable OpeningSite session;
    private final LongSupplier clock;
    private @Nullable Pool pool;
    private final List<ConnectionRecord> beside = new CopyOnWriteArrayList<>();
    private boolean isHolding;
    private boolean isForwarding;
    private boolean isClosed;
    private int busy;
    private long latestStatement;
    private long idleSince;
    private Idle longestIdle = Idle.NONE;

    /**
     * What tells pools and their connections apart.
     *
     * @param url the database, because one data source may route to several
     * @param physical a number of the connection below all wrappers
     */
    private record Pool(String url, int physical) {

        boolean handsOutBoth(@Nullable Pool other) {
            return other != null && url.equals(other.url) && physical != other.physical;
        }
    }

    ConnectionRecord(
            String dataSource,
            Connection connection,
            OpeningSite site,
            @Nullable OpeningSite session,
            LongSupplier clock) {
        this.dataSource = dataSource;
        this.connection = new WeakReference<>(connection);
        this.site = site;
        this.session = session;
        this.clock = clock;
    }

    /** Notes that a physical connection is held from now on; a lazy one is not before its first statement. */
    public void holds() {
        synchronized (this) {
            if (isHolding) {
                return;
            }
            isHolding = true;
            idleSince = clock.getAsLong();
        }
        ThreadState.current().hold(this);
    }

    /**
     * Notes which connection it is, as its first statement tells.
     *
     * @param url the database
     * @param physical a number of the connection that is the same for all wrappers of it
     */
    public synchronized void is(String url, int physical) {
        pool = new Pool(url, physical);
    }

    /** Notes that it only forwards to a connection that is recorded itself. */
    public synchronized void forwards() {
        isForwarding = true;
    }

    /** Notes that a statement begins to run. */
    public synchronized void begins(long statementId) {
        noteIdle(statementId);
        latestStatement = statementId;
        busy++;
    }

    /** Notes that a result begins to be read. */
    public synchronized void reads() {
        busy++;
    }

    /** Notes that a statement has run, or that a result was read. */
    public synchronized void ends() {
        busy--;
        idleSince = clock.getAsLong();
    }

    /** Notes that it was given back. */
    public synchronized void closes() {
        if (!isClosed) {
            noteIdle(0);
            isClosed = true;
        }
    }

    private void noteIdle(long nextStatement) {
        if (isHolding && busy == 0) {
            long nanos = clock.getAsLong() - idleSince;
            if (nanos > longestIdle.nanos()) {
                longestIdle = new Idle(nanos, latestStatement, nextStatement);
            }
        }
    }

    synchronized boolean isHeld() {
        return !isClosed && !isForwarding;
    }

    /** Notes a connection that the thread held when it began to hold this one. */
    void heldBeside(ConnectionRecord other) {
        if (dataSource.equals(other.dataSource)) {
            beside.add(other);
        }
    }

    private synchronized @Nullable Pool pool() {
        return pool;
    }

    /** {@return the first connection of the same pool that was held beside this one, 0 when none was} */
    private long besideId() {
        Pool own = pool();
        return beside.stream()
                .filter(other -> own != null && !other.isForwarding() && own.handsOutBoth(other.pool()))
                .mapToLong(other -> other.id)
                .findFirst()
                .orElse(0);
    }

    synchronized boolean isForwarding() {
        return isForwarding;
    }

    /**
     * {@return a snapshot}
     *
     * @param since what {@link StatementRecord#nextId} was when what had to be closed began to be opened
     */
    ConnectionUse snapshot(long since) {
        return new ConnectionUse(
                id,
                dataSource,
                site.path(),
                session == null ? site.openerOfConnection(since) : session.openerOfSession(since),
                session != null,
                state(),
                besideId(),
                longestIdle());
    }

    private synchronized State state() {
        if (isClosed) {
            return State.CLOSED;
        }
        return connection.get() == null ? State.LOST : State.HELD;
    }

    private synchronized Idle longestIdle() {
        return longestIdle;
    }
}
