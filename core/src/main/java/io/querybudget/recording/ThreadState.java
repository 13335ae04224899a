package io.querybudget.recording;

import io.querybudget.KeyRelation;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this library remembers for one thread; confined to it. */
final class ThreadState {

    /** Results that are never closed must not pile up on a thread. */
    private static final int MOST_READINGS = 64;

    private static final int MOST_HELD = 64;

    private static final ThreadLocal<ThreadState> CURRENT = ThreadLocal.withInitial(ThreadState::new);

    /** The innermost open unit of work. */
    @Nullable
    UnitOfWork unit;

    /** Whether SQL outside a unit of work is the preparation of a test. */
    boolean isPreparing;

    /** The innermost thing Hibernate or a repository is doing. */
    @Nullable
    CauseFrame frame;

    /** The foreign keys of the mapping that Hibernate is about to execute a statement of, or null. */
    @Nullable
    Collection<KeyRelation> announced;

    /** The session for which a connection is being taken, or null when it was opened in no unit of work. */
    @Nullable
    OpeningSite session;

    /** Whether a connection is being taken for a session. */
    boolean isSessionConnecting;

    /** The connections that the thread holds, in the order of taking; closed ones may lie between. */
    final Deque<ConnectionRecord> held = new ArrayDeque<>(0);

    /** The statements whose rows are being read, innermost first; finished ones may lie between. */
    final Deque<StatementRecord> readings = new ArrayDeque<>(0);

    /** How many statements the thread executed. */
    long statements;

    static ThreadState current() {
        return CURRENT.get();
    }

    /** {@return the statement whose rows are being read, innermost, or null} */
    @Nullable
    StatementRecord reading() {
        StatementRecord reading = readings.peek();
        while (reading != null && !reading.isReading()) {
            readings.pop();
            reading = readings.peek();
        }
        return reading;
    }

    /**
     * {@return the statement whose rows are being read, or null}
     *
     * <p>When several are, it is the innermost one whose row holds one of the values that are asked for; the innermost when
     * none does.
     */
    @Nullable
    StatementRecord readingOf(List<@Nullable Object> values) {
        StatementRecord innermost = reading();
        return readings.size() < 2 || values.isEmpty()
                ? innermost
                : readings.stream()
                        .filter(statement -> statement.isReadingAny(values))
                        .findFirst()
                        .orElse(innermost);
    }

    /** Notes that the thread holds a connection from now on. */
    void hold(ConnectionRecord connection) {
        held.removeIf(other -> !other.isHeld());
        held.forEach(connection::heldBeside);
        held.add(connection);
        if (held.size() > MOST_HELD) {
            held.removeFirst();
        }
    }

    /** Notes that a statement's row is being read: it is the innermost one from now on. */
    void read(StatementRecord statement) {
        if (readings.peek() != statement) {
            readings.remove(statement);
            readings.push(statement);
        }
        if (readings.size() > MOST_READINGS) {
            readings.removeLast();
        }
    }
}
