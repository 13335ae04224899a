package io.querybudget.jdbc;

import io.querybudget.ExecutedStatement.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Which transaction a connection is in; used by one thread at a time, as the connection is. */
final class TransactionState {

    private static final AtomicLong CONNECTIONS = new AtomicLong();
    private static final AtomicLong TRANSACTIONS = new AtomicLong();

    private final Connection target;
    private final long connection = CONNECTIONS.incrementAndGet();
    private long number = TRANSACTIONS.incrementAndGet();
    private int savepointRollbacks;
    private @Nullable Boolean autoCommit;

    TransactionState(Connection target) {
        this.target = target;
    }

    /** {@return the transaction in which a statement is about to run} */
    Transaction current() {
        return new Transaction(connection, number, savepointRollbacks, isAutoCommit());
    }

    /** Notes a commit or a rollback. */
    void ended() {
        number = TRANSACTIONS.incrementAndGet();
        savepointRollbacks = 0;
    }

    void rolledBackToSavepoint() {
        savepointRollbacks++;
    }

    /** Notes that automatic commits were switched; JDBC commits what is open when that is a change. */
    void setAutoCommit(boolean isOn) {
        if (!Boolean.valueOf(isOn).equals(autoCommit)) {
            ended();
        }
        autoCommit = isOn;
    }

    /** The connection is asked once, and only when a statement runs, so that a lazy one stays lazy. */
    private boolean isAutoCommit() {
        Boolean known = autoCommit;
        if (known == null) {
            known = readAutoCommit();
            autoCommit = known;
        }
        return known;
    }

    private boolean readAutoCommit() {
        try {
            return target.getAutoCommit();
        } catch (SQLException | RuntimeException broken) {
            return false;
        }
    }
}
