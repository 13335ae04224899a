package io.querybudget.jdbc;

import io.querybudget.ExecutedStatement.Transaction;
import io.querybudget.jdbc.delegate.ForwardingStatement;
import io.querybudget.recording.ConnectionRecord;
import io.querybudget.recording.StatementRecord;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import org.jspecify.annotations.Nullable;

/**
 * A statement that tells the listener of its data source about each execution, and counts the rows of its results.
 *
 * @param <S> the type of the statement it forwards to
 */
class ObservedStatement<S extends Statement> implements ForwardingStatement, Observed {

    private final S target;
    private final ObservedConnection connection;
    private final List<String> batch = new ArrayList<>(0);
    private @Nullable StatementRecord record;
    private @Nullable ObservedResultSet result;

    /** The results before the current one that the application keeps open. */
    private final List<ObservedResultSet> kept = new ArrayList<>(0);

    ObservedStatement(S target, ObservedConnection connection) {
        this.target = target;
        this.connection = connection;
    }

    @Override
    public final S target() {
        return target;
    }

    /** {@return the transaction in which the next execution runs} */
    final Transaction transaction() {
        return connection.transaction().current();
    }

    /** {@return what is recorded of the connection, or null} */
    final @Nullable ConnectionRecord connectionRecord() {
        return connection.record();
    }

    /** {@return the values bound to the parameters of the next execution} */
    List<@Nullable Object> parameters() {
        return Collections.emptyList();
    }

    final <T> T execute(String sql, SqlCall<T> call) throws SQLException {
        return execute(List.of(new QueryInfo(sql)), 0, call);
    }

    private <T> T execute(Batch executed, SqlCall<T> call) throws SQLException {
        return executed.size() == 0 ? call.run() : execute(executed.queries(), executed.size(), call);
    }

    private <T> T execute(List<QueryInfo> queries, int batchSize, SqlCall<T> call) throws SQLException {
        finishResults();
        ExecutionInfo info = new ExecutionInfo(connection.info(), this, batchSize > 0, batchSize, null, null);
        QueryExecutionListener listener = connection.config().getQueryListener();
        listener.beforeQuery(info, queries);
        long begin = System.nanoTime();
        try {
            T result = call.run();
            info.setSuccess(true);
            return result;
        } finally {
            info.setElapsedTime(System.nanoTime() - begin);
            listener.afterQuery(info, queries);
        }
    }

    /** Notes the record of the execution that is about to run, or null when it could not be recorded. */
    final void begin(@Nullable StatementRecord begun) {
        record = begun;
    }

    /** {@return the record of the latest execution, or null} */
    final @Nullable StatementRecord record() {
        return record;
    }

    /** {@return the result, observed; the same one when it is asked for again} */
    final @Nullable ResultSet observe(@Nullable ResultSet opened) {
        if (record == null || opened == null) {
            return opened;
        }
        ObservedResultSet known = result;
        if (known == null || known.target() != opened) {
            known = new ObservedResultSet(opened, this, record);
            result = known;
        }
        return known;
    }

    /** Ends the reading of results that the application did not close: JDBC closes them with their statement. */
    private void finishResults() {
        finishResult();
        kept.forEach(ObservedResultSet::finish);
        kept.clear();
    }

    private void finishResult() {
        if (result != null) {
            result.finish();
            result = null;
        }
    }

    @Override
    public Connection getConnection() {
        return connection;
    }

    @Override
    public @Nullable ResultSet executeQuery(String sql) throws SQLException {
        return observe(execute(sql, () -> target.executeQuery(sql)));
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        return execute(sql, () -> target.execute(sql));
    }

    @Override
    public boolean execute(String sql, int generatedKeys) throws SQLException {
        return execute(sql, () -> target.execute(sql, generatedKeys));
    }

    @Override
    public boolean execute(String sql, int[] columns) throws SQLException {
        return execute(sql, () -> target.execute(sql, columns));
    }

    @Override
    public boolean execute(String sql, String[] columns) throws SQLException {
        return execute(sql, () -> target.execute(sql, columns));
    }

    @Override
    public int executeUpdate(String sql) throws SQLException {
        return execute(sql, () -> target.executeUpdate(sql));
    }

    @Override
    public int executeUpdate(String sql, int generatedKeys) throws SQLException {
        return execute(sql, () -> target.executeUpdate(sql, generatedKeys));
    }

    @Override
    public int executeUpdate(String sql, int[] columns) throws SQLException {
        return execute(sql, () -> target.executeUpdate(sql, columns));
    }

    @Override
    public int executeUpdate(String sql, String[] columns) throws SQLException {
        return execute(sql, () -> target.executeUpdate(sql, columns));
    }

    @Override
    public long executeLargeUpdate(String sql) throws SQLException {
        return execute(sql, () -> target.executeLargeUpdate(sql));
    }

    @Override
    public long executeLargeUpdate(String sql, int generatedKeys) throws SQLException {
        return execute(sql, () -> target.executeLargeUpdate(sql, generatedKeys));
    }

    @Override
    public long executeLargeUpdate(String sql, int[] columns) throws SQLException {
        return execute(sql, () -> target.executeLargeUpdate(sql, columns));
    }

    @Override
    public long executeLargeUpdate(String sql, String[] columns) throws SQLException {
        return execute(sql, () -> target.executeLargeUpdate(sql, columns));
    }

    @Override
    public void addBatch(String sql) throws SQLException {
        target.addBatch(sql);
        batch.add(sql);
    }

    @Override
    public void clearBatch() throws SQLException {
        batch.clear();
        target.clearBatch();
    }

    @Override
    public int[] executeBatch() throws SQLException {
        return execute(takeBatch(), target::executeBatch);
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        return execute(takeBatch(), target::executeLargeBatch);
    }

    /** {@return what the next execution of the batch sends; the batch is empty afterwards} */
    Batch takeBatch() {
        Batch taken = new Batch(batch.stream().map(QueryInfo::new).toList(), batch.size());
        batch.clear();
        return taken;
    }

    record Batch(List<QueryInfo> queries, int size) {}

    @Override
    public @Nullable ResultSet getResultSet() throws SQLException {
        return observe(target.getResultSet());
    }

    @Override
    public boolean getMoreResults() throws SQLException {
        finishResult();
        return target.getMoreResults();
    }

    @Override
    public boolean getMoreResults(int current) throws SQLException {
        if (current == CLOSE_ALL_RESULTS) {
            finishResults();
        } else if (current == CLOSE_CURRENT_RESULT) {
            finishResult();
        } else if (result != null) {
            kept.add(result);
            result = null;
        }
        return target.getMoreResults(current);
    }

    @Override
    public void close() throws SQLException {
        finishResults();
        target.close();
        connection.readForeignKeysWithoutTransaction();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return Unwrapping.unwrap(this, target, type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return Unwrapping.isWrapperFor(this, target, type);
    }
}
