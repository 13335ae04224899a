package io.querybudget.jdbc;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ConnectionInfo;
import net.ttddyy.dsproxy.proxy.JdbcProxyFactory;
import net.ttddyy.dsproxy.proxy.ProxyConfig;

/**
 * Gives datasource-proxy plain delegates in place of its reflective proxies, which cost more than half of a short
 * statement and many times a long result.
 *
 * <p>Statements are made by {@link ObservedConnection}, results by {@link ObservedStatement}: only they know the
 * statement that a result belongs to.
 */
final class ObservedJdbcFactory implements JdbcProxyFactory {

    private final ForeignKeyReader foreignKeys;

    ObservedJdbcFactory(ForeignKeyReader foreignKeys) {
        this.foreignKeys = foreignKeys;
    }

    @Override
    public DataSource createDataSource(DataSource dataSource, ProxyConfig config) {
        return ObservedDataSource.wrap(dataSource, config.getDataSourceName());
    }

    @Override
    public Connection createConnection(Connection connection, ConnectionInfo info, ProxyConfig config) {
        return connection instanceof Observed
                ? connection
                : new ObservedConnection(connection, info, config, foreignKeys);
    }

    @Override
    public Statement createStatement(
            Statement statement, ConnectionInfo info, Connection proxyConnection, ProxyConfig config) {
        return new ObservedStatement<>(statement, (ObservedConnection) proxyConnection);
    }

    @Override
    public PreparedStatement createPreparedStatement(
            PreparedStatement statement,
            String query,
            ConnectionInfo info,
            Connection proxyConnection,
            ProxyConfig config,
            boolean generateKey) {
        return new ObservedPreparedStatement<>(statement, query, (ObservedConnection) proxyConnection);
    }

    @Override
    public CallableStatement createCallableStatement(
            CallableStatement statement,
            String query,
            ConnectionInfo info,
            Connection proxyConnection,
            ProxyConfig config) {
        return new ObservedCallableStatement(statement, query, (ObservedConnection) proxyConnection);
    }

    @Override
    public ResultSet createResultSet(ResultSet result, ConnectionInfo info, ProxyConfig config) {
        return result;
    }

    @Override
    public ResultSet createGeneratedKeys(ResultSet result, ConnectionInfo info, ProxyConfig config) {
        return result;
    }
}
