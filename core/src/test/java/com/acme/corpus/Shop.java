package com.acme.corpus;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The data source of the shop, for cases that take and give back connections themselves.
 *
 * @param dataSource the observed data source
 */
public record Shop(DataSource dataSource) {

    /** Executes a statement and closes it. */
    public static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
