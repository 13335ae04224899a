package com.acme.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Reads the table {@code crate} with plain JDBC. */
public final class CrateDao {

    private final Connection connection;

    public CrateDao(Connection connection) {
        this.connection = connection;
    }

    public List<Long> ids() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select id from crate order by id");
                ResultSet result = statement.executeQuery()) {
            List<Long> ids = new ArrayList<>();
            while (result.next()) {
                ids.add(result.getLong(1));
            }
            return ids;
        }
    }

    public void touch() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("update crate set name = name")) {
            statement.executeUpdate();
        }
    }

    public void idsInLambda() throws Exception {
        Callable<List<Long>> task = () -> ids();
        task.call();
    }

    public void idsAtDepth(int depth) throws SQLException {
        if (depth == 0) {
            ids();
        } else {
            idsAtDepth(depth - 1);
        }
    }
}
