package io.querybudget.jdbc;

import java.sql.SQLException;

/** An execute call of a JDBC statement. */
@FunctionalInterface
interface SqlCall<T> {
    T run() throws SQLException;
}
