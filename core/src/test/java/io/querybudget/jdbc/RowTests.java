package io.querybudget.jdbc;

import static io.querybudget.jdbc.Database.onlyStatement;
import static io.querybudget.jdbc.Database.record;
import static io.querybudget.jdbc.Database.statements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.querybudget.ExecutedStatement;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowTests {

    private static final String SELECT = "select id from crate order by id";

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

    @Test
    void counts_the_rows_that_the_application_advances_to() throws SQLException {
        ExecutedStatement executed = onlyStatement(() -> {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(SELECT)) {
                readAll(result);
            }
        });

        assertThat(executed.rows()).isEqualTo(3);
        assertThat(executed.isStillReading()).isFalse();
    }

    private static void readAll(ResultSet result) throws SQLException {
        while (result.next()) {
            result.getLong(1);
        }
    }

    @Test
    void counts_only_the_rows_that_were_read_before_closing() throws SQLException {
        ExecutedStatement executed = onlyStatement(() -> {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(SELECT)) {
                result.next();
            }
        });

        assertThat(executed.rows()).isEqualTo(1);
    }

    @Test
    void a_result_that_nobody_reads_has_no_rows() throws SQLException {
        ExecutedStatement executed = onlyStatement(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(SELECT);
            }
        });

        assertThat(executed.rows()).isZero();
        assertThat(executed.isStillReading()).isFalse();
    }

    @Test
    void counts_the_rows_of_a_scrollable_result_up_to_the_furthest() throws SQLException {
        ExecutedStatement executed = onlyStatement(() -> {
            try (Statement statement =
                            connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
                    ResultSet result = statement.executeQuery(SELECT)) {
                assertThat(result.last()).isTrue();
                assertThat(result.first()).isTrue();
                assertThat(result.absolute(3)).isTrue();
                assertThat(result.previous()).isTrue();
                assertThat(result.relative(1)).isTrue();
                assertThat(result.relative(1)).isFalse();
                assertThat(result.absolute(9)).isFalse();
                result.beforeFirst();
                readAll(result);
            }
        });

        assertThat(executed.rows()).isEqualTo(3);
    }

    @Test
    void counts_the_rows_of_a_result_that_is_asked_for_later() throws SQLException {
        ExecutedStatement executed = onlyStatement(() -> {
            try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
                assertThat(statement.execute()).isTrue();
                readAll(statement.getResultSet());
                assertThat(statement.getMoreResults()).isFalse();
                assertThat(statement.getResultSet()).isNull();
            }
        });

        assertThat(executed.rows()).isEqualTo(3);
    }

    @Test
    void asking_twice_for_a_result_gives_the_same_one() throws SQLException {
        ExecutedStatement executed = onlyStatement(() -> {
            try (Statement statement = connection.createStatement()) {
                ResultSet result = statement.executeQuery(SELECT);
                assertThat(statement.getResultSet()).isSameAs(result);
                result.close();
            }
        });

        assertThat(executed.isStillReading()).isFalse();
    }

    @Test
    void gives_rows_to_the_execution_they_come_from() throws SQLException {
        List<ExecutedStatement> executed = statements(() -> {
            try (PreparedStatement statement = connection.prepareStatement("select id from crate where id < ?")) {
                for (long most = 2; most < 5; most++) {
                    statement.setLong(1, most);
                    readAll(statement.executeQuery());
                }
            }
        });

        assertThat(executed).extracting(ExecutedStatement::rows).containsExactly(1L, 2L, 3L);
    }

    @Test
    void says_that_a_result_is_still_being_read() throws SQLException {
        try (UnitScope scope = UnitScope.open(UnitOfWork.Kind.BLOCK, "a block");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(SELECT)) {
            result.next();

            assertThat(scope.unit().recording().statements())
                    .extracting(ExecutedStatement::rows, ExecutedStatement::isStillReading)
                    .containsExactly(tuple(1L, true));
        }
    }

    @Test
    void a_closed_statement_reads_no_more() throws SQLException {
        ExecutedStatement executed = onlyStatement(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.executeQuery(SELECT).next();
            }
        });

        assertThat(executed.isStillReading()).isFalse();
    }

    @Test
    void a_statement_during_the_reading_of_a_result_notes_its_row() throws SQLException {
        List<ExecutedStatement> executed = statements(() -> {
            try (Statement outer = connection.createStatement();
                    Statement inner = connection.createStatement();
                    ResultSet result = outer.executeQuery(SELECT)) {
                while (result.next()) {
                    try (ResultSet one = inner.executeQuery(SELECT)) {
                        one.next();
                    }
                }
                inner.execute(SELECT);
            }
        });

        long outerId = executed.get(0).id();
        assertThat(executed)
                .extracting(
                        each -> each.provenance().callerId(),
                        each -> each.provenance().callerRow())
                .containsExactly(
                        tuple(0L, 0L), tuple(outerId, 1L), tuple(outerId, 2L), tuple(outerId, 3L), tuple(0L, 0L));
    }

    @Test
    void closing_a_statement_ends_the_reading_of_its_result() throws SQLException {
        List<ExecutedStatement> executed = statements(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.executeQuery(SELECT).next();
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute(SELECT);
            }
        });

        assertThat(executed.get(1).provenance().callerId()).isZero();
    }

    @Test
    void executing_a_statement_again_ends_the_reading_of_its_result() throws SQLException {
        List<ExecutedStatement> executed = statements(() -> {
            try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
                for (int i = 0; i < 3; i++) {
                    statement.executeQuery().next();
                }
            }
        });

        assertThat(executed).extracting(each -> each.provenance().callerId()).containsOnly(0L);
        assertThat(executed).extracting(ExecutedStatement::isStillReading).containsOnly(false);
    }

    @Test
    void results_may_be_closed_in_any_order() throws SQLException {
        List<ExecutedStatement> executed = statements(() -> {
            try (Statement one = connection.createStatement();
                    Statement other = connection.createStatement();
                    Statement last = connection.createStatement()) {
                ResultSet outer = one.executeQuery(SELECT);
                outer.next();
                ResultSet inner = other.executeQuery(SELECT);
                inner.next();
                outer.close();
                last.execute(SELECT);
                inner.close();
                last.execute(SELECT);
            }
        });

        assertThat(executed)
                .extracting(each -> each.provenance().callerId())
                .containsExactly(0L, executed.get(0).id(), executed.get(1).id(), 0L);
    }

    @Test
    void a_result_that_is_read_again_after_its_end_ends_when_it_is_closed() throws SQLException {
        List<ExecutedStatement> executed = statements(() -> {
            try (Statement statement =
                    connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)) {
                ResultSet result = statement.executeQuery(SELECT);
                readAll(result);
                result.first();
                result.close();
                statement.execute(SELECT);
            }
        });

        assertThat(executed.get(1).provenance().callerId()).isZero();
    }

    @Test
    void an_unclosed_result_does_not_disturb_the_next_unit() throws SQLException {
        Statement leaked = connection.createStatement();
        record(() -> leaked.executeQuery(SELECT).next());

        ExecutedStatement executed = onlyStatement(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(SELECT);
            }
        });

        assertThat(executed.provenance().callerId()).isZero();
        leaked.close();
    }

    @Test
    void moving_on_to_the_next_result_ends_the_reading_of_the_first() throws SQLException {
        try (UnitScope scope = UnitScope.open(UnitOfWork.Kind.BLOCK, "a block");
                Statement statement = connection.createStatement()) {
            statement.executeQuery(SELECT).next();
            statement.getMoreResults(Statement.CLOSE_CURRENT_RESULT);

            assertThat(scope.unit().recording().statements())
                    .extracting(ExecutedStatement::isStillReading)
                    .containsExactly(false);
        }
    }

    @Test
    void of_several_results_that_are_read_side_by_side_the_row_that_holds_the_key_led_to_the_look_up()
            throws SQLException {
        List<ExecutedStatement> executed = statements(() -> {
            try (Statement one = connection.createStatement();
                    Statement other = connection.createStatement();
                    ResultSet rows = one.executeQuery(SELECT);
                    ResultSet names = other.executeQuery("select name from crate order by id");
                    PreparedStatement lookUp = connection.prepareStatement("select name from crate where parent = ?")) {
                while (rows.next() && names.next()) {
                    names.getString(1);
                    lookUp.setInt(1, (int) rows.getLong(1));
                    lookUp.executeQuery().close();
                }
            }
        });

        long first = executed.get(0).id();
        assertThat(executed.subList(2, 5))
                .extracting(
                        each -> each.provenance().callerId(),
                        each -> each.provenance().callerRow())
                .containsExactly(tuple(first, 1L), tuple(first, 2L), tuple(first, 3L));
    }
}
