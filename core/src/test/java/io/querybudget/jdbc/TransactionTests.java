package io.querybudget.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.Limits;
import io.querybudget.Recording;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransactionTests {

    private static final String SELECT = "select id from crate";

    private Database database;

    @BeforeEach
    void create() throws SQLException {
        database = Database.create();
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    private static long measured(Limits limit, Database.Work work) throws SQLException {
        Recording recording = Database.record(work);
        return limit.numbers().keySet().iterator().next().of(recording);
    }

    private static long transactions(Database.Work work) throws SQLException {
        return measured(Limits.limits().transactions(0), work);
    }

    @Test
    void each_statement_that_is_committed_by_itself_is_a_transaction() throws SQLException {
        assertThat(transactions(() -> {
                    try (Connection connection = database.connect();
                            Statement statement = connection.createStatement()) {
                        statement.execute(SELECT);
                        statement.execute(SELECT);
                    }
                }))
                .isEqualTo(2);
    }

    @Test
    void statements_until_a_commit_are_one_transaction_also_after_a_rollback_to_a_savepoint() throws SQLException {
        assertThat(transactions(() -> {
                    try (Connection connection = database.connect();
                            Statement statement = connection.createStatement()) {
                        connection.setAutoCommit(false);
                        var savepoint = connection.setSavepoint();
                        statement.execute(SELECT);
                        connection.rollback(savepoint);
                        connection.setAutoCommit(false);
                        statement.execute(SELECT);
                        connection.commit();
                        statement.execute(SELECT);
                    }
                }))
                .isEqualTo(2);
    }

    @Test
    void switching_automatic_commits_ends_a_transaction() throws SQLException {
        assertThat(transactions(() -> {
                    try (Connection connection = database.connect();
                            Statement statement = connection.createStatement()) {
                        connection.setAutoCommit(false);
                        statement.execute(SELECT);
                        connection.setAutoCommit(true);
                        connection.setAutoCommit(false);
                        statement.execute(SELECT);
                    }
                }))
                .isEqualTo(2);
    }

    @Test
    void a_connection_counts_each_time_it_is_handed_out_and_used() throws SQLException {
        assertThat(measured(Limits.limits().connections(0), () -> {
                    for (int i = 0; i < 3; i++) {
                        try (Connection connection = database.connect();
                                Statement statement = connection.createStatement()) {
                            statement.execute(SELECT);
                            statement.execute(SELECT);
                        }
                    }
                    database.connect().close();
                }))
                .isEqualTo(3);
    }

    @Test
    void a_transaction_without_a_statement_does_not_count() throws SQLException {
        assertThat(transactions(() -> {
                    try (Connection connection = database.connect()) {
                        connection.setAutoCommit(false);
                        connection.commit();
                    }
                }))
                .isZero();
    }
}
