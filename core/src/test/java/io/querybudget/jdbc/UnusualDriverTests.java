package io.querybudget.jdbc;

import static io.querybudget.jdbc.Database.onlyStatement;
import static io.querybudget.jdbc.Database.statements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.querybudget.ColumnValues;
import io.querybudget.ExecutedStatement;
import io.querybudget.recording.Recorder;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.h2.jdbc.JdbcDatabaseMetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnusualDriverTests {

    private static final String SELECT = "select id from crate order by id";

    private Database database;

    @BeforeEach
    void create() throws SQLException {
        database = Database.create();
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    private Connection connect(String method, Driver.Behaviour behaviour) throws SQLException {
        Connection raw = database.connectRaw();
        return new ConnectionObserver("unusual").observe(Driver.with(Connection.class, raw, method, behaviour));
    }

    @Test
    void meta_data_leads_back_to_the_observed_connection() throws SQLException {
        try (Connection connection = database.connect()) {
            DatabaseMetaData metaData = connection.getMetaData();

            assertThat(metaData.getConnection()).isSameAs(connection);
            assertThat(metaData.getDatabaseProductName()).isEqualTo("H2");
            assertThat(metaData.unwrap(JdbcDatabaseMetaData.class)).isInstanceOf(JdbcDatabaseMetaData.class);
        }
    }

    @Test
    void a_driver_without_meta_data_executes_all_the_same() throws SQLException {
        for (Exception failure : List.of(new SQLException("no"), new UnsupportedOperationException("no"))) {
            ExecutedStatement executed = onlyStatement(() -> {
                try (Connection connection = connect("getMetaData", () -> {
                            throw failure;
                        });
                        Statement statement = connection.createStatement();
                        ResultSet result = statement.executeQuery(SELECT)) {
                    assertThat(result.next()).isTrue();
                }
            });

            assertThat(executed.rows()).isEqualTo(1);
        }
    }

    @Test
    void a_driver_that_gives_no_result_gives_none() throws SQLException {
        try (Connection raw = database.connectRaw();
                Statement statement = raw.createStatement()) {
            Statement unusual = Driver.with(Statement.class, statement, "executeQuery", () -> null);
            try (Connection connection = connect("createStatement", () -> unusual);
                    Statement observed = connection.createStatement()) {
                assertThat(observed.executeQuery(SELECT)).isNull();
            }
        }
    }

    @Test
    void results_that_are_kept_are_read_until_their_statement_is_closed() throws SQLException {
        try (Connection raw = database.connectRaw();
                Statement one = raw.createStatement();
                Statement other = raw.createStatement()) {
            Queue<ResultSet> results = new ArrayDeque<>(List.of(one.executeQuery(SELECT), other.executeQuery(SELECT)));
            Statement procedure = Driver.with(Statement.class, raw.createStatement(), "getResultSet", results::poll);
            Statement unusual = Driver.with(Statement.class, procedure, "getMoreResults", () -> !results.isEmpty());
            try (Connection connection = connect("createStatement", () -> unusual)) {
                ExecutedStatement executed = onlyStatement(() -> {
                    try (Statement observed = connection.createStatement()) {
                        observed.execute(SELECT);
                        ResultSet first = observed.getResultSet();
                        assertThat(first.next()).isTrue();
                        assertThat(observed.getMoreResults(Statement.KEEP_CURRENT_RESULT))
                                .isTrue();
                        assertThat(observed.getResultSet().next()).isTrue();
                    }
                });

                assertThat(executed.rows()).isEqualTo(2);
                assertThat(executed.isStillReading()).isFalse();
            }
        }
    }

    @Test
    void rows_of_results_that_are_kept_and_read_in_turn_are_all_counted_with_their_keys() throws SQLException {
        try (Connection raw = database.connectRaw();
                Statement one = raw.createStatement();
                Statement other = raw.createStatement()) {
            Queue<ResultSet> results = new ArrayDeque<>(
                    List.of(one.executeQuery(SELECT), other.executeQuery("select id + 10 from crate order by id")));
            Statement procedure = Driver.with(Statement.class, raw.createStatement(), "getResultSet", results::poll);
            Statement unusual = Driver.with(Statement.class, procedure, "getMoreResults", () -> !results.isEmpty());
            try (Connection connection = connect("createStatement", () -> unusual)) {
                ExecutedStatement executed = onlyStatement(() -> {
                    try (Statement observed = connection.createStatement()) {
                        observed.execute(SELECT);
                        ResultSet first = observed.getResultSet();
                        observed.getMoreResults(Statement.KEEP_CURRENT_RESULT);
                        ResultSet second = observed.getResultSet();
                        while (first.next() && second.next()) {
                            first.getLong(1);
                            second.getLong(1);
                        }
                    }
                });

                assertThat(executed.rows()).isEqualTo(6);
                assertThat(executed.provenance().columns())
                        .containsExactly(new ColumnValues(1, List.of(1L, 11L, 2L, 12L, 3L, 13L)));
            }
        }
    }

    @Test
    void closing_all_results_ends_the_reading_of_those_that_were_kept() throws SQLException {
        try (Connection raw = database.connectRaw();
                Statement one = raw.createStatement()) {
            ResultSet result = one.executeQuery(SELECT);
            Statement procedure = Driver.with(Statement.class, raw.createStatement(), "getResultSet", () -> result);
            Statement unusual = Driver.with(Statement.class, procedure, "getMoreResults", () -> false);
            try (Connection connection = connect("createStatement", () -> unusual);
                    Statement observed = connection.createStatement()) {
                ExecutedStatement executed = onlyStatement(() -> {
                    observed.execute(SELECT);
                    assertThat(observed.getResultSet().next()).isTrue();
                    observed.getMoreResults(Statement.KEEP_CURRENT_RESULT);
                    observed.getMoreResults(Statement.CLOSE_ALL_RESULTS);
                });

                assertThat(executed.isStillReading()).isFalse();
            }
        }
    }

    @Test
    void a_parameter_that_does_not_exist_is_left_to_the_driver() throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement("select id from crate where id = ?")) {
            for (int index : new int[] {-1, 0, 2, Integer.MAX_VALUE}) {
                assertThatThrownBy(() -> statement.setInt(index, 1)).isInstanceOf(SQLException.class);
            }
            statement.setInt(1, 1);

            assertThat(onlyStatement(statement::execute).provenance().parameters())
                    .containsExactly(1);
        }
    }

    @Test
    void a_closed_statement_fails_as_the_driver_says_and_disturbs_nothing() throws SQLException {
        try (Connection connection = database.connect()) {
            Statement statement = connection.createStatement();
            statement.close();
            statement.close();

            ExecutedStatement executed = onlyStatement(() ->
                    assertThatThrownBy(() -> statement.executeQuery(SELECT)).isInstanceOf(SQLException.class));

            assertThat(executed.execution().failed()).isTrue();
            assertThat(Recorder.reading()).isNull();
        }
    }

    @Test
    void closing_in_an_odd_order_ends_the_reading() throws SQLException {
        ExecutedStatement executed = onlyStatement(() -> {
            Connection connection = database.connect();
            Statement statement = connection.createStatement();
            ResultSet result = statement.executeQuery(SELECT);
            assertThat(result.next()).isTrue();
            connection.close();
            statement.close();
            result.close();
            result.close();
        });

        assertThat(executed.isStillReading()).isFalse();
        assertThat(Recorder.reading()).isNull();
    }

    @Test
    void a_batch_that_fails_in_part_fails_as_the_driver_says_and_is_over() throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement("insert into crate(id) values (?)")) {
            for (int id : new int[] {8, 1, 9}) {
                insert.setInt(1, id);
                insert.addBatch();
            }

            List<ExecutedStatement> executed = statements(() -> {
                assertThatThrownBy(insert::executeBatch)
                        .isInstanceOfSatisfying(
                                BatchUpdateException.class,
                                failure -> assertThat(failure.getUpdateCounts())
                                        .containsExactly(1, Statement.EXECUTE_FAILED, 1));
                insert.setInt(1, 10);
                insert.addBatch();
                insert.executeBatch();
            });

            assertThat(executed)
                    .extracting(
                            each -> each.execution().batchSize(),
                            each -> each.execution().failed())
                    .containsExactly(tuple(3, true), tuple(1, false));
        }
    }

    @Test
    void a_result_that_breaks_off_is_over_when_it_is_closed() throws SQLException {
        try (Connection raw = database.connectRaw();
                Statement target = raw.createStatement();
                ResultSet rows = target.executeQuery(SELECT)) {
            ResultSet breaking = Driver.with(ResultSet.class, rows, "next", () -> {
                if (rows.getRow() == 1) {
                    throw new SQLException("connection reset");
                }
                return rows.next();
            });
            Statement unusual = Driver.with(Statement.class, target, "executeQuery", () -> breaking);
            try (Connection connection = connect("createStatement", () -> unusual)) {
                ExecutedStatement executed = onlyStatement(() -> {
                    try (Statement statement = connection.createStatement();
                            ResultSet result = statement.executeQuery(SELECT)) {
                        assertThat(result.next()).isTrue();
                        assertThatThrownBy(result::next).hasMessage("connection reset");
                    }
                });

                assertThat(executed.rows()).isEqualTo(1);
                assertThat(executed.isStillReading()).isFalse();
            }
        }
    }

    @Test
    void two_threads_may_use_one_connection() throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet outer = statement.executeQuery(SELECT)) {
            assertThat(outer.next()).isTrue();
            Thread other = new Thread(() -> assertThat(finish(outer)).isTrue());
            other.start();
            other.join();

            assertThat(onlyStatement(() -> connection.createStatement().execute(SELECT))
                            .provenance()
                            .callerId())
                    .isZero();
        }
    }

    private static boolean finish(ResultSet result) {
        try {
            while (result.next()) {
                assertThat(result.getLong(1)).isPositive();
            }
            result.close();
            return true;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
