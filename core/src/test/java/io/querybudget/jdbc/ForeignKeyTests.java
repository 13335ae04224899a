package io.querybudget.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.querybudget.recording.KnownKeys;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForeignKeyTests {

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private Database database;

    @BeforeEach
    void create() throws SQLException {
        database = Database.create();
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    /** An observed connection that notes the calls below it, one of which fails. */
    private Connection connect(String failing) throws SQLException {
        Connection raw = database.connectRaw();
        Object noting = Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    if (method.getName().equals(failing)) {
                        throw new SQLException("broken");
                    }
                    try {
                        return method.invoke(raw, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getTargetException();
                    }
                });
        return new ConnectionObserver("keys").observe((Connection) noting);
    }

    private static void select(Connection connection) throws SQLException {
        Database.record(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select id from crate");
            }
        });
    }

    @Test
    void are_read_when_a_statement_without_a_transaction_is_closed() throws SQLException {
        try (Connection connection = connect("")) {
            select(connection);
        }

        assertThat(calls).containsOnlyOnce("getCatalog");
    }

    @Test
    void a_connection_that_does_not_tell_its_state_is_closed_all_the_same() throws SQLException {
        Connection connection = connect("getAutoCommit");

        assertThatCode(() -> {
                    select(connection);
                    connection.close();
                })
                .doesNotThrowAnyException();
        assertThat(calls).endsWith("close");
    }

    @Test
    void reading_them_after_a_commit_leaves_no_transaction_open() throws SQLException {
        try (Connection connection = connect("")) {
            connection.setAutoCommit(false);
            select(connection);
            connection.commit();

            assertThat(calls).containsOnlyOnce("getCatalog").endsWith("commit");
            assertThat(calls.indexOf("commit")).isLessThan(calls.indexOf("getCatalog"));
        }
    }

    @Test
    void tables_that_a_program_makes_up_do_not_pile_up() throws SQLException {
        ForeignKeyReader reader = new ForeignKeyReader(new KnownKeys());
        for (int i = 0; i <= ForeignKeyReader.MOST_TABLES; i++) {
            reader.want(Set.of("temporary_" + i));
        }
        try (Connection connection = database.connectRaw()) {
            reader.readWithoutTransaction(connection);
        }

        reader.want(Set.of("one_more"));

        assertThat(reader.isWanting()).isFalse();
    }

    @Test
    void a_connection_that_executed_nothing_is_not_asked() throws SQLException {
        LazyDataSource lazy = new LazyDataSource(database.raw());
        ConnectionObserver observer = new ConnectionObserver("lazy keys");
        try (Connection inTransaction = observer.observe(lazy.getConnection())) {
            inTransaction.setAutoCommit(false);
            select(inTransaction);
            observer.observe(lazy.getConnection()).close();

            assertThat(lazy.fetched()).isEqualTo(1);
        }
    }
}
