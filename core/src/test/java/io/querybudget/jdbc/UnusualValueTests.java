package io.querybudget.jdbc;

import static io.querybudget.jdbc.Database.onlyStatement;
import static io.querybudget.jdbc.Database.statements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.querybudget.ColumnValues;
import io.querybudget.ExecutedStatement;
import io.querybudget.Recording;
import io.querybudget.detection.Detection;
import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnusualValueTests {

    private static final UUID ID = UUID.fromString("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");

    private Database database;
    private Connection connection;

    @BeforeEach
    void create() throws SQLException {
        database = Database.create();
        connection = database.connect();
    }

    @AfterEach
    void drop() throws SQLException {
        connection.close();
        database.close();
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    @Test
    void a_uuid_is_a_key_in_whichever_way_it_is_bound_or_read() throws SQLException {
        ExecutedStatement executed = onlyStatement(() -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select cast(? as binary(16)) a, cast(? as uuid) b, cast(? as binary(16)) c")) {
                select.setBytes(1, bytes(ID));
                select.setObject(2, ID);
                select.setObject(3, bytes(ID));
                try (ResultSet result = select.executeQuery()) {
                    assertThat(result.next()).isTrue();
                    assertThat(result.getBytes("a")).isEqualTo(bytes(ID));
                    assertThat(result.getObject(2, UUID.class)).isEqualTo(ID);
                    assertThat(result.getObject(3, byte[].class)).isEqualTo(bytes(ID));
                }
            }
        });

        assertThat(executed.provenance().parameters()).containsExactly(ID, ID, ID);
        assertThat(executed.provenance().columns())
                .extracting(ColumnValues::values)
                .containsExactly(List.of(ID), List.of(ID), List.of(ID));
    }

    @Test
    void large_objects_are_consumed_by_the_driver_and_the_application_only() throws SQLException {
        ExecutedStatement executed = onlyStatement(() -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select cast(? as blob), cast(? as clob), cast(? as varbinary)")) {
                select.setBinaryStream(1, new ByteArrayInputStream(new byte[] {1, 2, 3}));
                select.setString(2, "x".repeat(100_000));
                select.setBytes(3, new byte[] {4});
                try (ResultSet result = select.executeQuery()) {
                    assertThat(result.next()).isTrue();
                    assertThat(result.getBlob(1).getBytes(1, 10)).containsExactly(1, 2, 3);
                    assertThat(result.getObject(1)).isInstanceOf(java.sql.Blob.class);
                    assertThat(result.getClob(2).length()).isEqualTo(100_000);
                    assertThat(result.getBytes(3)).containsExactly(4);
                }
            }
        });

        assertThat(executed.provenance().columns()).isEmpty();
    }

    /** An application's type, none of whose methods this library may call. */
    private static final class Touchy implements Comparable<Touchy>, Serializable {

        private static final long serialVersionUID = 1;

        @Override
        public int compareTo(Touchy other) {
            throw new IllegalStateException("compared");
        }

        @Override
        public boolean equals(Object other) {
            throw new IllegalStateException("compared");
        }

        @Override
        public int hashCode() {
            throw new IllegalStateException("hashed");
        }

        @Override
        public String toString() {
            throw new IllegalStateException("printed");
        }
    }

    @Test
    void objects_of_the_application_are_not_looked_into() throws SQLException {
        try (PreparedStatement raw =
                ConnectionObserver.unwrap(connection).prepareStatement("select id from crate where name <> 'x'")) {
            PreparedStatement select = new ObservedPreparedStatement<>(
                    Driver.with(PreparedStatement.class, raw, "setObject", () -> null),
                    "select id from crate where name <> ?",
                    (ObservedConnection) connection);
            Recording recording = Database.record(() -> {
                for (int i = 0; i < 3; i++) {
                    select.setObject(1, new Touchy());
                    select.executeQuery().close();
                }
            });

            assertThatCode(() -> Detection.analyse(recording)).doesNotThrowAnyException();
        }
    }

    @Test
    void thousands_of_parameters_are_one_statement() throws SQLException {
        String places = IntStream.range(0, 5_000).mapToObj(i -> "?").collect(Collectors.joining(", "));
        ExecutedStatement executed = onlyStatement(() -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select id from crate where id in (" + places + ")")) {
                for (int i = 1; i <= 5_000; i++) {
                    select.setInt(i, i);
                }
                select.executeQuery().close();
            }
        });

        assertThat(executed.provenance().parameters()).hasSize(5_000);
        assertThat(executed.shape()).hasSizeLessThan(100);
    }

    @Test
    void a_long_text_is_executed_and_counted() throws SQLException {
        String sql = "select id from crate where name = '" + "x".repeat(1_000_000) + "'";

        List<ExecutedStatement> executed = statements(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
                statement.execute(sql);
            }
        });

        assertThat(executed)
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.shape()).hasSizeLessThan(100));
    }

    @Test
    void a_text_that_cannot_be_read_fails_as_the_driver_says_and_is_counted() throws SQLException {
        List<String> texts = List.of(
                "",
                " ",
                ";",
                "select 'open",
                "select \"open",
                "select /* open",
                "select $tag$ open",
                "select ((((id from crate",
                "select id)))) from crate",
                "(".repeat(50_000) + "select 1",
                "select " + "(".repeat(20_000) + "1" + ")".repeat(20_000),
                "begin for r in (select 1 from dual) loop null; end loop; end;",
                "declare x int := 1; begin x := x + 1; end;",
                "{call p(?, ?}",
                "select \uD800 \uDFFF \u0000 \u202E from \uD83D\uDE00",
                "with a as (with b as (select",
                "insert into crate values (((",
                "\uFEFFselect 1");
        for (String sql : texts) {
            assertThat(onlyStatement(() -> {
                                try (Statement statement = connection.createStatement()) {
                                    statement.execute(sql);
                                } catch (SQLException | StackOverflowError refused) {
                                    assertThat(refused.getStackTrace()[0].getClassName())
                                            .startsWith("org.h2.");
                                }
                            })
                            .sql())
                    .isEqualTo(sql);
        }
    }
}
