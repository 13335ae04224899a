package io.querybudget.jdbc;

import io.querybudget.jdbc.delegate.ForwardingConnection;
import io.querybudget.recording.ConnectionRecord;
import io.querybudget.recording.FaultLog;
import io.querybudget.recording.KnownKeys;
import io.querybudget.recording.Recorder;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.concurrent.Executor;
import net.ttddyy.dsproxy.ConnectionInfo;
import net.ttddyy.dsproxy.proxy.ProxyConfig;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose statements are observed.
 *
 * <p>When the connection below turns out to be observed already, this one only forwards. That is asked on the first
 * statement: asking earlier would fetch the physical connection of a lazy one.
 */
final class ObservedConnection implements ForwardingConnection, Observed {

    private final Connection target;
    private final ConnectionInfo info;
    private final ProxyConfig config;
    private final ForeignKeyReader foreignKeys;
    private final TransactionState transaction;
    private @Nullable Boolean observedBelow;
    private final @Nullable ConnectionRecord record;

    ObservedConnection(Connection target, ConnectionInfo info, ProxyConfig config, ForeignKeyReader foreignKeys) {
        this.target = target;
        this.info = info;
        this.config = config;
        this.foreignKeys = foreignKeys;
        this.transaction = new TransactionState(target);
        this.record = FaultLog.guard("record a connection", null, () -> recorded(info.getDataSourceName(), target));
    }

    /** A proxy of the JDK may be lazy: it need not hold a connection before its first statement. */
    private static @Nullable ConnectionRecord recorded(String dataSource, Connection target) {
        ConnectionRecord record = Recorder.connected(dataSource, target);
        if (record != null && !Proxy.isProxyClass(target.getClass())) {
            record.holds();
        }
        return record;
    }

    /** {@return what is recorded of this connection, or null} */
    @Nullable
    ConnectionRecord record() {
        return record;
    }

    @Override
    public Connection target() {
        return target;
    }

    ConnectionInfo info() {
        return info;
    }

    ProxyConfig config() {
        return config;
    }

    KnownKeys keys() {
        return foreignKeys.keys();
    }

    TransactionState transaction() {
        return transaction;
    }

    @Override
    public Statement createStatement() throws SQLException {
        return observe(target.createStatement());
    }

    @Override
    public Statement createStatement(int type, int concurrency) throws SQLException {
        return observe(target.createStatement(type, concurrency));
    }

    @Override
    public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
        return observe(target.createStatement(type, concurrency, holdability));
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        return observe(target.prepareStatement(sql), sql);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int generatedKeys) throws SQLException {
        return observe(target.prepareStatement(sql, generatedKeys), sql);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int[] columns) throws SQLException {
        return observe(target.prepareStatement(sql, columns), sql);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, String[] columns) throws SQLException {
        return observe(target.prepareStatement(sql, columns), sql);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency) throws SQLException {
        return observe(target.prepareStatement(sql, type, concurrency), sql);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        return observe(target.prepareStatement(sql, type, concurrency, holdability), sql);
    }

    @Override
    public CallableStatement prepareCall(String sql) throws SQLException {
        return observe(target.prepareCall(sql), sql);
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
        return observe(target.prepareCall(sql, type, concurrency), sql);
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency, int holdability) throws SQLException {
        return observe(target.prepareCall(sql, type, concurrency, holdability), sql);
    }

    @Override
    public DatabaseMetaData getMetaData() throws SQLException {
        return new ObservedDatabaseMetaData(target.getMetaData(), this);
    }

    @Override
    public void setAutoCommit(boolean isOn) throws SQLException {
        transaction.setAutoCommit(isOn);
        target.setAutoCommit(isOn);
    }

    @Override
    public void commit() throws SQLException {
        transaction.ended();
        target.commit();
        readForeignKeysBetweenTransactions();
    }

    @Override
    public void rollback() throws SQLException {
        transaction.ended();
        target.rollback();
        readForeignKeysBetweenTransactions();
    }

    @Override
    public void close() throws SQLException {
        released();
        readForeignKeysWithoutTransaction();
        target.close();
    }

    @Override
    public void abort(Executor executor) throws SQLException {
        released();
        target.abort(executor);
    }

    /** Notes that the connection is given back. */
    void released() {
        if (record != null) {
            record.closes();
        }
    }

    /** Called when a statement was closed: without a transaction the database may be asked. */
    void readForeignKeysWithoutTransaction() {
        if (mayReadForeignKeys()) {
            FaultLog.guard("read foreign keys", () -> foreignKeys.readWithoutTransaction(target));
        }
    }

    private void readForeignKeysBetweenTransactions() {
        if (mayReadForeignKeys()) {
            FaultLog.guard("read foreign keys", () -> foreignKeys.readBetweenTransactions(target));
        }
    }

    /** A connection that executed nothing may be lazy; one that is still read from may refuse questions. */
    private boolean mayReadForeignKeys() {
        return foreignKeys.isWanting() && Boolean.FALSE.equals(observedBelow) && Recorder.reading() == null;
    }

    @Override
    public void rollback(Savepoint savepoint) throws SQLException {
        transaction.rolledBackToSavepoint();
        target.rollback(savepoint);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return Unwrapping.unwrap(this, target, type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return Unwrapping.isWrapperFor(this, target, type);
    }

    private Statement observe(Statement statement) throws SQLException {
        return isObservedBelow(statement)
                ? statement
                : config.getJdbcProxyFactory().createStatement(statement, info, this, config);
    }

    private PreparedStatement observe(PreparedStatement statement, String sql) throws SQLException {
        return isObservedBelow(statement)
                ? statement
                : config.getJdbcProxyFactory().createPreparedStatement(statement, sql, info, this, config, false);
    }

    private CallableStatement observe(CallableStatement statement, String sql) throws SQLException {
        return isObservedBelow(statement)
                ? statement
                : config.getJdbcProxyFactory().createCallableStatement(statement, sql, info, this, config);
    }

    private boolean isObservedBelow(Statement statement) throws SQLException {
        Boolean known = observedBelow;
        if (known == null) {
            known = statement instanceof Observed || isWrapperForObserved(statement);
            observedBelow = known;
            if (known) {
                forwards();
            } else {
                FaultLog.guard("identify a connection", () -> identify(statement));
                FaultLog.guard("name a database", () -> AttachedDataSources.seen(info.getDataSourceName(), target));
            }
        }
        return known;
    }

    private void forwards() {
        AttachedDataSources.forwards(info.getDataSourceName());
        if (record != null) {
            record.forwards();
        }
    }

    /** Asks what only a physical connection can tell. */
    private void identify(Statement statement) {
        try {
            if (record != null) {
                record.holds();
                String url = String.valueOf(target.getMetaData().getURL());
                record.is(url, System.identityHashCode(statement.getConnection()));
            }
        } catch (SQLException | AbstractMethodError unsupported) {
            // what is not known is not judged
        }
    }

    private static boolean isWrapperForObserved(Statement statement) {
        try {
            return statement.isWrapperFor(Observed.class);
        } catch (SQLException | RuntimeException | AbstractMethodError unsupported) {
            return false;
        }
    }
}
