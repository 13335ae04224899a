package io.querybudget.jdbc;

import io.querybudget.ExecutedStatement;
import io.querybudget.Recording;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A database of one test: the table {@code crate} with three rows. */
final class Database implements AutoCloseable {

    /** Some SQL of a test. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    private final JdbcDataSource raw = new JdbcDataSource();
    private final Connection keeper;

    private Database() throws SQLException {
        raw.setURL("jdbc:h2:mem:" + UUID.randomUUID());
        keeper = raw.getConnection();
        try (Statement statement = keeper.createStatement()) {
            statement.execute(
                    "create table crate(id bigint auto_increment primary key, name varchar(99), parent bigint)");
            statement.execute("insert into crate(name, parent) values ('a', null), ('b', 1), ('c', 1)");
        }
    }

    static Database create() throws SQLException {
        return new Database();
    }

    DataSource raw() {
        return raw;
    }

    String url() {
        return raw.getURL();
    }

    DataSource observed() {
        return ObservedDataSource.wrap(raw, "crates");
    }

    Connection connect() throws SQLException {
        return observed().getConnection();
    }

    Connection connectRaw() throws SQLException {
        return DriverManager.getConnection(url());
    }

    @Override
    public void close() throws SQLException {
        keeper.close();
    }

    static Recording record(Work work) throws SQLException {
        try (UnitScope scope = UnitScope.open(UnitOfWork.Kind.BLOCK, "a block")) {
            work.run();
            return scope.unit().recording();
        }
    }

    static List<ExecutedStatement> statements(Work work) throws SQLException {
        return record(work).statements();
    }

    static ExecutedStatement onlyStatement(Work work) throws SQLException {
        List<ExecutedStatement> statements = statements(work);
        if (statements.size() != 1) {
            throw new AssertionError("expected one statement: " + statements);
        }
        return statements.get(0);
    }
}
