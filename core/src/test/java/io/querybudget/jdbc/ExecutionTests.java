package io.querybudget.jdbc;

import static io.querybudget.jdbc.Database.onlyStatement;
import static io.querybudget.jdbc.Database.record;
import static io.querybudget.jdbc.Database.statements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.querybudget.ExecutedStatement;
import io.querybudget.Recording;
import io.querybudget.StatementKind;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExecutionTests {

    private static final String INSERT = "insert into crate(name) values ('d')";
    private static final String INSERT_BOUND = "insert into crate(name) values (?)";
    private static final String SELECT = "select id from crate";
    private static final String[] ID = {"ID"};
    private static final int[] FIRST = {1};
    private static final int KEYS = Statement.RETURN_GENERATED_KEYS;

    private Database database;
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        database = Database.create();
        connection = database.connect();
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
        database.close();
    }

    @FunctionalInterface
    interface Execution {
        void on(Statement statement) throws SQLException;
    }

    static Stream<Arguments> executions_of_a_statement() {
        return Stream.of(
                execution("execute", s -> s.execute(INSERT)),
                execution("execute with keys", s -> s.execute(INSERT, KEYS)),
                execution("execute with key columns", s -> s.execute(INSERT, FIRST)),
                execution("execute with key names", s -> s.execute(INSERT, ID)),
                execution("executeUpdate", s -> s.executeUpdate(INSERT)),
                execution("executeUpdate with keys", s -> s.executeUpdate(INSERT, KEYS)),
                execution("executeUpdate with key columns", s -> s.executeUpdate(INSERT, FIRST)),
                execution("executeUpdate with key names", s -> s.executeUpdate(INSERT, ID)),
                execution("executeLargeUpdate", s -> s.executeLargeUpdate(INSERT)),
                execution("executeLargeUpdate with keys", s -> s.executeLargeUpdate(INSERT, KEYS)),
                execution("executeLargeUpdate with key columns", s -> s.executeLargeUpdate(INSERT, FIRST)),
                execution("executeLargeUpdate with key names", s -> s.executeLargeUpdate(INSERT, ID)));
    }

    private static Arguments execution(String name, Execution execution) {
        return Arguments.of(name, execution);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("executions_of_a_statement")
    void counts_an_execution_of_a_statement_once(String name, Execution execution) throws SQLException {
        ExecutedStatement executed = onlyStatement(() -> {
            try (Statement statement = connection.createStatement()) {
                execution.on(statement);
            }
        });

        assertThat(executed.kind()).isEqualTo(StatementKind.INSERT);
        assertThat(executed.sql()).isEqualTo(INSERT);
        assertThat(executed.shape()).isEqualTo("insert into crate(name) values (?)");
        assertThat(executed.rows()).isZero();
        assertThat(executed.execution().batchSize()).isEqualTo(1);
        assertThat(executed.execution().failed()).isFalse();
        assertThat(executed.execution().dataSource()).isEqualTo("crates");
        assertThat(executed.execution().thread())
                .isEqualTo(Thread.currentThread().getName());
        assertThat(executed.execution().elapsedNanos()).isPositive();
    }

    @Test
    void counts_each_way_to_prepare_and_execute_a_statement_once() throws SQLException {
        Recording recording = record(() -> {
            update(connection.prepareStatement(INSERT_BOUND));
            update(connection.prepareStatement(INSERT_BOUND, KEYS));
            update(connection.prepareStatement(INSERT_BOUND, FIRST));
            update(connection.prepareStatement(INSERT_BOUND, ID));
            update(connection.prepareStatement(INSERT_BOUND, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY));
            update(connection.prepareStatement(
                    INSERT_BOUND,
                    ResultSet.TYPE_FORWARD_ONLY,
                    ResultSet.CONCUR_READ_ONLY,
                    ResultSet.HOLD_CURSORS_OVER_COMMIT));
        });

        assertThat(recording.counts()).isEqualTo(Map.of(StatementKind.INSERT, 18));
    }

    private static void update(PreparedStatement statement) throws SQLException {
        try (statement) {
            statement.setString(1, "d");
            statement.executeUpdate();
            statement.executeLargeUpdate();
            statement.execute();
        }
    }

    @Test
    void counts_each_way_to_query_once() throws SQLException {
        Recording recording = record(() -> {
            try (Statement plain = connection.createStatement();
                    Statement scrollable =
                            connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
                    Statement holding = connection.createStatement(
                            ResultSet.TYPE_FORWARD_ONLY,
                            ResultSet.CONCUR_READ_ONLY,
                            ResultSet.HOLD_CURSORS_OVER_COMMIT);
                    PreparedStatement prepared = connection.prepareStatement(SELECT)) {
                plain.executeQuery(SELECT).close();
                scrollable.executeQuery(SELECT).close();
                holding.executeQuery(SELECT).close();
                prepared.executeQuery().close();
            }
        });

        assertThat(recording.counts()).isEqualTo(Map.of(StatementKind.SELECT, 4));
    }

    @Test
    void counts_a_call_once() throws SQLException {
        List<ExecutedStatement> executed = statements(() -> {
            try (CallableStatement call = connection.prepareCall("{call abs(?)}");
                    CallableStatement scrollable = connection.prepareCall(
                            "call abs(-2)", ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)) {
                call.setInt(1, -1);
                call.execute();
                scrollable.executeQuery().close();
            }
        });

        assertThat(executed).extracting(ExecutedStatement::kind).containsOnly(StatementKind.CALL);
        assertThat(executed).hasSize(2);
        assertThat(executed.get(0).provenance().parameters()).containsExactly(-1);
    }

    @Test
    void preparing_a_statement_is_no_execution() throws SQLException {
        assertThat(statements(() -> connection.prepareStatement(SELECT).close()))
                .isEmpty();
    }

    @Test
    void hands_generated_keys_to_the_application() throws SQLException {
        ExecutedStatement executed = onlyStatement(() -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT, KEYS)) {
                insert.executeUpdate();
                ResultSet keys = insert.getGeneratedKeys();
                assertThat(keys.next()).isTrue();
                assertThat(keys.getLong(1)).isEqualTo(4);
            }
        });

        assertThat(executed.rows()).isZero();
    }

    @Test
    void a_failed_execution_counts_and_its_exception_reaches_the_application() throws SQLException {
        ExecutedStatement executed = onlyStatement(() -> {
            try (Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute("select * from nowhere"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("NOWHERE");
            }
        });

        assertThat(executed.execution().failed()).isTrue();
        assertThat(executed.kind()).isEqualTo(StatementKind.SELECT);
        assertThat(executed.isStillReading()).isFalse();
    }

    @Test
    void a_batch_is_one_statement_with_its_size() throws SQLException {
        ExecutedStatement executed = onlyStatement(() -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT_BOUND)) {
                addThree(insert);
                assertThat(insert.executeBatch()).containsExactly(1, 1, 1);
            }
        });

        assertThat(executed.kind()).isEqualTo(StatementKind.INSERT);
        assertThat(executed.execution().batchSize()).isEqualTo(3);
        assertThat(executed.provenance().parameters()).isEmpty();
    }

    @Test
    void a_large_batch_is_one_statement_with_its_size() throws SQLException {
        ExecutedStatement executed = onlyStatement(() -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT_BOUND)) {
                addThree(insert);
                assertThat(insert.executeLargeBatch()).containsExactly(1, 1, 1);
            }
        });

        assertThat(executed.execution().batchSize()).isEqualTo(3);
    }

    private static void addThree(PreparedStatement insert) throws SQLException {
        for (String name : List.of("d", "e", "f")) {
            insert.setString(1, name);
            insert.addBatch();
        }
    }

    @Test
    void a_batch_of_one_kind_has_that_kind() throws SQLException {
        ExecutedStatement executed = onlyStatement(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.addBatch(INSERT);
                statement.addBatch("insert into crate(parent) values (1)");
                statement.executeBatch();
            }
        });

        assertThat(executed.kind()).isEqualTo(StatementKind.INSERT);
        assertThat(executed.sql()).isEqualTo(INSERT);
        assertThat(executed.execution().batchSize()).isEqualTo(2);
    }

    @Test
    void a_batch_of_several_kinds_is_one_statement_of_another_kind() throws SQLException {
        ExecutedStatement executed = onlyStatement(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.addBatch(INSERT);
                statement.addBatch("delete from crate");
                statement.executeBatch();
            }
        });

        assertThat(executed.kind()).isEqualTo(StatementKind.OTHER);
        assertThat(executed.execution().batchSize()).isEqualTo(2);
    }

    @Test
    void an_empty_batch_is_nothing() throws SQLException {
        assertThat(statements(() -> {
                    try (PreparedStatement insert = connection.prepareStatement(INSERT_BOUND);
                            PreparedStatement cleared = connection.prepareStatement(INSERT_BOUND)) {
                        insert.executeBatch();
                        addThree(cleared);
                        cleared.clearBatch();
                        cleared.executeBatch();
                    }
                    try (Statement statement = connection.createStatement()) {
                        statement.addBatch(INSERT);
                        statement.clearBatch();
                        statement.executeLargeBatch();
                    }
                }))
                .isEmpty();
    }

    @Test
    void a_batch_starts_anew_after_its_execution() throws SQLException {
        List<ExecutedStatement> executed = statements(() -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT_BOUND)) {
                addThree(insert);
                insert.executeBatch();
                insert.setString(1, "g");
                insert.addBatch();
                insert.executeBatch();
            }
        });

        assertThat(executed)
                .extracting(statement -> statement.execution().batchSize())
                .containsExactly(3, 1);
    }

    @Test
    void a_failed_batch_counts_once() throws SQLException {
        ExecutedStatement executed = onlyStatement(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.addBatch("insert into crate(id) values (1)");
                statement.addBatch("insert into crate(id) values (2)");
                assertThatThrownBy(statement::executeBatch).isInstanceOf(SQLException.class);
            }
        });

        assertThat(executed.execution().failed()).isTrue();
        assertThat(executed.execution().batchSize()).isEqualTo(2);
    }

    @Test
    void commits_and_rollbacks_change_the_number_of_the_transaction() throws SQLException {
        connection.setAutoCommit(false);

        List<ExecutedStatement> executed = statements(() -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.executeUpdate();
                insert.executeUpdate();
                connection.commit();
                insert.executeUpdate();
                connection.rollback();
                insert.executeUpdate();
            }
        });

        List<ExecutedStatement.Transaction> transactions = executed.stream()
                .map(statement -> statement.execution().transaction())
                .toList();
        assertThat(transactions.get(1)).isEqualTo(transactions.get(0));
        assertThat(transactions.subList(1, 4)).doesNotHaveDuplicates();
    }

    @Test
    void a_rollback_to_a_savepoint_changes_the_number_of_the_transaction() throws SQLException {
        connection.setAutoCommit(false);

        List<ExecutedStatement> executed = statements(() -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT)) {
                var savepoint = connection.setSavepoint();
                select.execute();
                connection.rollback(savepoint);
                select.execute();
            }
        });

        assertThat(executed.get(0).execution().transaction())
                .isNotEqualTo(executed.get(1).execution().transaction());
    }

    @Test
    void connections_have_transactions_of_their_own() throws SQLException {
        List<ExecutedStatement> executed = statements(() -> {
            try (Connection other = database.connect();
                    Statement one = connection.createStatement();
                    Statement two = other.createStatement()) {
                one.execute(SELECT);
                two.execute(SELECT);
            }
        });

        assertThat(executed.get(0).execution().transaction())
                .isNotEqualTo(executed.get(1).execution().transaction());
    }
}
