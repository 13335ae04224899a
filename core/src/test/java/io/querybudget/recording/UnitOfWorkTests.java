package io.querybudget.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.warehouse.Aisle;
import com.acme.warehouse.CrateDao;
import com.acme.warehouse.Warehouse;
import io.querybudget.ExecutedStatement;
import io.querybudget.ExecutedStatement.Transaction;
import io.querybudget.Garbage;
import io.querybudget.Recording;
import io.querybudget.StatementKind;
import io.querybudget.recording.UnitOfWork.Kind;
import io.querybudget.sql.SqlText;
import java.lang.ref.WeakReference;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("a unit of work of the kind test adopts the SQL of other tests")
class UnitOfWorkTests {

    private Crates crates;
    private CrateDao dao;

    @BeforeEach
    void open() throws SQLException {
        crates = Crates.open();
        dao = crates.dao();
    }

    @AfterEach
    void close() throws SQLException {
        crates.close();
    }

    @Test
    void a_statement_counts_in_all_units_that_are_open() throws SQLException {
        try (UnitScope outer = UnitScope.open(Kind.REQUEST, "outer")) {
            dao.ids();
            try (UnitScope inner = UnitScope.open(Kind.BLOCK, "inner")) {
                dao.touch();

                assertThat(inner.unit().recording().counts()).isEqualTo(Map.of(StatementKind.UPDATE, 1));
                assertThat(inner.unit().isOutermost()).isFalse();
            }
            dao.ids();

            assertThat(outer.unit().recording().counts())
                    .isEqualTo(Map.of(StatementKind.UPDATE, 1, StatementKind.SELECT, 2));
            assertThat(outer.unit().isOutermost()).isTrue();
        }
    }

    @Test
    void a_measurement_counts_in_no_unit_around_it() throws SQLException {
        try (UnitScope outer = UnitScope.open(Kind.TEST, "outer");
                UnitScope measurement = UnitScope.open(Kind.MEASUREMENT, "measurement");
                UnitScope inner = UnitScope.open(Kind.REQUEST, "inner")) {
            dao.ids();

            assertThat(inner.unit().recording().total()).isEqualTo(1);
            assertThat(measurement.unit().recording().total()).isEqualTo(1);
            assertThat(outer.unit().recording().total()).isZero();
            assertThat(Recorder.token().flatMap(Recorder::find)).contains(inner.unit());
        }
    }

    @Test
    void a_closed_unit_counts_no_more() throws SQLException {
        UnitScope scope = UnitScope.open(Kind.BLOCK, "a block");
        UnitOfWork unit = scope.unit();
        scope.close();

        dao.ids();

        assertThat(unit.recording().statements()).isEmpty();
        assertThat(Recorder.current()).isEmpty();
    }

    @Test
    void closing_twice_does_not_end_the_unit_around() throws SQLException {
        try (UnitScope outer = UnitScope.open(Kind.BLOCK, "outer")) {
            UnitScope inner = UnitScope.open(Kind.BLOCK, "inner");
            inner.close();
            UnitScope sibling = UnitScope.open(Kind.BLOCK, "sibling");
            inner.close();

            assertThat(Recorder.current()).contains(sibling.unit());
            sibling.close();
            assertThat(Recorder.current()).contains(outer.unit());
        }
    }

    @Test
    void a_recording_is_a_snapshot_of_a_live_view() throws SQLException {
        try (UnitScope scope = UnitScope.open(Kind.BLOCK, "a block")) {
            dao.ids();
            Recording before = scope.unit().recording();
            dao.ids();

            assertThat(before.name()).isEqualTo("a block");
            assertThat(before.total()).isEqualTo(1);
            assertThat(before.statements()).hasSize(1);
            assertThat(scope.unit().recording().total()).isEqualTo(2);
            assertThatThrownBy(() -> before.statements().clear()).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void a_snapshot_keeps_the_rows_it_saw() throws SQLException {
        try (UnitScope scope = UnitScope.open(Kind.BLOCK, "a block");
                Statement statement = crates.connection().createStatement()) {
            var result = statement.executeQuery("select id from crate");
            result.next();
            result.getLong(1);
            ExecutedStatement before = scope.unit().recording().statements().get(0);
            result.next();
            result.getLong(1);
            result.close();

            assertThat(before.rows()).isEqualTo(1);
            assertThat(before.isStillReading()).isTrue();
            assertThat(before.provenance().columns().get(0).values()).hasSize(1);
            ExecutedStatement after = scope.unit().recording().statements().get(0);
            assertThat(after.rows()).isEqualTo(2);
            assertThat(after.isStillReading()).isFalse();
        }
    }

    @Test
    void session_statements_and_data_definition_do_not_count_in_the_total() throws SQLException {
        try (UnitScope scope = UnitScope.open(Kind.BLOCK, "a block");
                Statement statement = crates.connection().createStatement()) {
            statement.execute("create table pallet(id int)");
            statement.execute("set lock_timeout 1000");
            statement.execute("call abs(1)");

            assertThat(scope.unit().recording().total()).isEqualTo(1);
            assertThat(scope.unit().recording().statements()).hasSize(3);
        }
    }

    @Test
    void a_wrapped_task_runs_in_the_unit_on_whichever_thread() throws SQLException {
        try (UnitScope scope = UnitScope.open(Kind.BLOCK, "a block")) {
            CompletableFuture.runAsync(scope.unit().wrap(UncheckedSql.of(dao::touch)))
                    .join();

            assertThat(scope.unit().recording().statements()).singleElement().satisfies(statement -> {
                assertThat(statement.execution().isAdopted()).isFalse();
                assertThat(statement.execution().thread())
                        .isNotEqualTo(Thread.currentThread().getName());
            });
        }
    }

    @Test
    void a_wrapped_task_returns_its_value_and_throws_its_exception() throws Exception {
        try (UnitScope scope = UnitScope.open(Kind.BLOCK, "a block")) {
            Callable<List<Long>> task = dao::ids;
            Callable<Void> failing = () -> {
                throw new SQLException("checked");
            };

            assertThat(scope.unit().wrap(task).call()).containsExactly(1L, 2L, 3L);
            assertThatThrownBy(() -> scope.unit().wrap(failing).call())
                    .isInstanceOf(SQLException.class)
                    .hasMessage("checked");
            assertThat(Recorder.current()).contains(scope.unit());
        }
    }

    @Test
    void a_wrapped_task_leaves_no_unit_on_its_thread() throws SQLException {
        try (UnitScope scope = UnitScope.open(Kind.BLOCK, "a block")) {
            Runnable failing = scope.unit().wrap((Runnable) () -> {
                throw new IllegalStateException("broken");
            });

            boolean hasUnit = CompletableFuture.supplyAsync(() -> {
                        try {
                            failing.run();
                        } catch (IllegalStateException broken) {
                            return Recorder.current().isPresent();
                        }
                        return true;
                    })
                    .join();

            assertThat(hasUnit).isFalse();
        }
    }

    @Test
    void keeps_the_first_statements_in_detail_and_counts_all() throws SQLException {
        try (UnitScope scope = UnitScope.open(Kind.BLOCK, "a block");
                Statement statement = crates.connection().createStatement()) {
            for (int i = 0; i < 20_001; i++) {
                statement.execute("select id from crate where id = 0");
            }

            Recording recording = scope.unit().recording();
            assertThat(recording.total()).isEqualTo(20_001);
            assertThat(recording.statements()).hasSize(20_000);
            assertThat(recording.unexamined()).isEqualTo(1);
            assertThat(scope.unit().stack("one more shape", false, false)).isNull();
        }
    }

    @Test
    void a_recording_below_the_ceiling_holds_each_statement() throws SQLException {
        try (UnitScope scope = UnitScope.open(Kind.BLOCK, "a block")) {
            dao.ids();

            assertThat(scope.unit().recording().unexamined()).isZero();
        }
    }

    @Test
    void a_part_of_a_recording_holds_what_came_later() throws SQLException {
        try (UnitScope scope = UnitScope.open(Kind.BLOCK, "a block")) {
            dao.ids();
            Supplier<Recording> rest = scope.unit().recordingFromNow("a test", "a part");
            dao.touch();

            Recording part = rest.get();
            assertThat(part.name()).isEqualTo("a part");
            assertThat(part.total()).isEqualTo(1);
            assertThat(part.statements()).extracting(ExecutedStatement::kind).containsExactly(StatementKind.UPDATE);
        }
    }

    @Test
    void a_closed_unit_is_not_held_by_a_session_that_stays_open() throws SQLException {
        try (Warehouse warehouse = Warehouse.open();
                SessionFactory sessions = warehouse.sessions();
                Session session = sessions.openSession()) {
            WeakReference<UnitOfWork> closed = closedUnit(session);

            assertThat(Garbage.isCollected(closed)).isTrue();
            assertThat(session.isOpen()).isTrue();
        }
    }

    private static WeakReference<UnitOfWork> closedUnit(Session session) {
        try (UnitScope scope = UnitScope.open(Kind.BLOCK, "a block")) {
            session.createQuery("from Aisle", Aisle.class)
                    .getResultList()
                    .forEach(aisle -> aisle.shelves()
                            .forEach(shelf -> assertThat(shelf.id()).isPositive()));
            assertThat(scope.unit().recording().total()).isEqualTo(3);
            return new WeakReference<>(scope.unit());
        }
    }

    @Test
    void a_statement_of_no_unit_keeps_no_values() {
        StatementRecord statement = StatementRecord.begin(new StatementStart(
                SqlText.of("select 1"),
                StatementKind.SELECT,
                1,
                "crates",
                new KnownKeys(),
                new Transaction(1, 1, 0, true),
                List.of("a")));

        statement.dropValues();

        assertThat(statement.start().parameters()).isEmpty();
    }
}
