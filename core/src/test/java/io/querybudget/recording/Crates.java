package io.querybudget.recording;

import com.acme.warehouse.CrateDao;
import io.querybudget.jdbc.ConnectionObserver;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** An observed connection to a database of its own, with three crates. */
final class Crates implements AutoCloseable {

    private final Connection connection;

    private Crates(String dataSource) throws SQLException {
        connection = new ConnectionObserver(dataSource)
                .observe(DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID()));
        try (Statement statement = ConnectionObserver.unwrap(connection).createStatement()) {
            statement.execute("create table crate(id bigint primary key, name varchar(99))");
            statement.execute("insert into crate(id) values (1), (2), (3)");
        }
    }

    static Crates open() throws SQLException {
        return new Crates("crates");
    }

    static Crates open(String dataSource) throws SQLException {
        return new Crates(dataSource);
    }

    Connection connection() {
        return connection;
    }

    CrateDao dao() {
        return new CrateDao(connection);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
