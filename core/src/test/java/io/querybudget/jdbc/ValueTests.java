package io.querybudget.jdbc;

import static io.querybudget.jdbc.Database.onlyStatement;
import static io.querybudget.jdbc.Database.statements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.querybudget.ColumnValues;
import io.querybudget.ExecutedStatement;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ValueTests {

    private static final String INSERT = "insert into crate(name, parent) values (?, ?)";

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

    /** How a test reads the only row of a result. */
    @FunctionalInterface
    private interface Reading {
        void of(ResultSet result) throws SQLException;
    }

    private ExecutedStatement read(String sql, Reading reading) throws SQLException {
        return onlyStatement(() -> {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(sql)) {
                while (result.next()) {
                    reading.of(result);
                }
            }
        });
    }

    @Test
    void remembers_the_keys_that_are_read_from_each_column() throws SQLException {
        ExecutedStatement executed = read("select id, name from crate order by id", result -> {
            result.getLong(1);
            result.getString("name");
        });

        assertThat(executed.provenance().columns())
                .containsExactly(new ColumnValues(1, List.of(1L, 2L, 3L)), new ColumnValues(2, List.of("a", "b", "c")));
    }

    @Test
    void remembers_keys_of_each_type() throws SQLException {
        UUID id = UUID.randomUUID();

        ExecutedStatement executed =
                read("select 1, 2, 3, 4, 'x', cast('" + id + "' as uuid), 7, date '2026-03-01'", result -> {
                    result.getInt(1);
                    result.getLong(2);
                    result.getShort(3);
                    result.getBigDecimal(4);
                    result.getObject(5);
                    result.getObject(6, UUID.class);
                    result.getString(7);
                    result.getDate(8);
                });

        assertThat(executed.provenance().columns())
                .extracting(column -> column.values().get(0))
                .containsExactly(1, 2L, (short) 3, new BigDecimal(4), "x", id, "7", Date.valueOf("2026-03-01"));
    }

    @Test
    void forgets_values_that_are_no_keys() throws SQLException {
        ExecutedStatement executed = read("select 1.5, true, repeat('x', 65), current_time, 2", result -> {
            result.getBigDecimal(1);
            result.getObject(2);
            result.getString(3);
            result.getObject(4);
            result.getDouble(5);
        });

        assertThat(executed.provenance().columns()).isEmpty();
    }

    @Test
    void a_null_is_no_key() throws SQLException {
        ExecutedStatement executed = read("select parent from crate order by id", result -> {
            long parent = result.getLong(1);
            assertThat(result.wasNull()).isEqualTo(parent == 0);
        });

        assertThat(executed.provenance().columns().get(0).values()).containsExactly(null, 1L, 1L);
    }

    @Test
    void a_row_whose_column_is_not_read_has_no_value() throws SQLException {
        ExecutedStatement executed = read("select id from crate order by id", result -> {
            if (result.getRow() != 2) {
                result.getLong(1);
            }
        });

        assertThat(executed.provenance().columns().get(0).values()).containsExactly(1L, null, 3L);
    }

    @Test
    void remembers_only_the_first_rows() throws SQLException {
        ExecutedStatement executed = read("select x from system_range(1, 500)", result -> result.getLong(1));

        assertThat(executed.rows()).isEqualTo(500);
        assertThat(executed.provenance().columns().get(0).values()).hasSize(64).endsWith(64L);
    }

    @Test
    void remembers_only_some_columns() throws SQLException {
        String thirtyColumns = "select " + "1, ".repeat(29) + "1";

        ExecutedStatement executed = read(thirtyColumns, result -> {
            for (int column = 1; column <= 30; column++) {
                result.getInt(column);
            }
        });

        assertThat(executed.provenance().columns()).hasSize(24);
    }

    @Test
    void never_prints_values() throws SQLException {
        ExecutedStatement executed = onlyStatement(() -> {
            try (PreparedStatement statement = connection.prepareStatement("select name from crate where name = ?")) {
                statement.setString(1, "b");
                ResultSet result = statement.executeQuery();
                result.next();
                result.getString(1);
            }
        });

        assertThat(executed.provenance().columns()).hasSize(1);
        assertThat(executed.provenance().toString()).isEqualTo("Provenance[]");
        assertThat(executed.provenance().columns().get(0)).hasToString("ColumnValues[column=1, 1 rows]");
    }

    @Test
    void remembers_bound_parameters_by_position() throws SQLException {
        ExecutedStatement executed = onlyStatement(() -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setLong(2, 7);
                insert.setString(1, "d");
                insert.executeUpdate();
            }
        });

        assertThat(executed.provenance().parameters()).containsExactly("d", 7L);
    }

    @Test
    void remembers_nulls_as_bound() throws SQLException {
        List<ExecutedStatement> executed = statements(() -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setNull(1, Types.VARCHAR);
                insert.setNull(2, Types.BIGINT, "BIGINT");
                insert.executeUpdate();
                insert.setObject(1, null);
                insert.setObject(2, null, JDBCType.BIGINT);
                insert.executeUpdate();
            }
        });

        assertThat(executed)
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.provenance().parameters()).containsExactly(null, null));
    }

    @Test
    void an_execution_keeps_its_parameters_when_others_are_bound_later() throws SQLException {
        List<ExecutedStatement> executed = statements(() -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setString(1, "d");
                insert.setObject(2, 7L, Types.BIGINT);
                insert.executeUpdate();
                insert.setString(1, "e");
                insert.executeUpdate();
                insert.clearParameters();
                insert.setObject(1, "f");
                insert.setInt(2, 8);
                insert.executeUpdate();
            }
        });

        assertThat(executed)
                .extracting(each -> each.provenance().parameters())
                .containsExactly(List.of("d", 7L), List.of("e", 7L), List.of("f", 8));
    }

    @Test
    void cleared_parameters_are_forgotten() throws SQLException {
        ExecutedStatement executed = onlyStatement(() -> {
            try (PreparedStatement select = connection.prepareStatement("select ?, ?")) {
                select.setInt(1, 1);
                select.setInt(2, 2);
                select.clearParameters();
                select.setInt(1, 3);
                assertThatThrownBy(select::execute).isInstanceOf(SQLException.class);
            }
        });

        assertThat(executed.provenance().parameters()).containsExactly(3);
    }

    @Test
    void keeps_no_large_values() throws SQLException {
        ExecutedStatement executed = onlyStatement(() -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("select id from crate where name in (?, ?, ?, ?)")) {
                statement.setString(1, "a".repeat(1_000));
                statement.setString(2, "a".repeat(1_001));
                statement.setBytes(3, new byte[] {1});
                statement.setCharacterStream(4, new StringReader("a"));
                statement.execute();
            }
        });

        assertThat(executed.provenance().parameters())
                .hasSize(4)
                .doesNotContainNull()
                .filteredOn(value -> value instanceof Comparable || value instanceof Reader || value instanceof byte[])
                .containsExactly("a".repeat(1_000));
    }
}
