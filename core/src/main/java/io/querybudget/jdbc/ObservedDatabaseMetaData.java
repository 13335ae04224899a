package io.querybudget.jdbc;

import io.querybudget.jdbc.delegate.ForwardingDatabaseMetaData;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/** The meta data of a database that lead back to the observed connection they were asked for. */
record ObservedDatabaseMetaData(DatabaseMetaData target, ObservedConnection connection)
        implements ForwardingDatabaseMetaData, Observed {

    @Override
    public Connection getConnection() {
        return connection;
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
