package io.querybudget.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.Recording;
import io.querybudget.recording.UnitOfWork.Kind;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Runs alone, because it opens units of tests, which adopt what other threads execute. */
@Isolated
class ThreadTests {

    private Crates crates;

    @BeforeEach
    void open() throws SQLException {
        crates = Crates.open();
    }

    @AfterEach
    void close() throws SQLException {
        crates.close();
    }

    private void executeOnThread(String name) {
        runOnThread(name, UncheckedSql.of(crates.dao()::touch));
    }

    private static void runOnThread(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Opens the unit of another test, runs a task, and closes it again, all on one thread of its own. */
    private static void duringAnotherTest(Runnable task) {
        runOnThread("other test", () -> {
            try (UnitScope other = UnitScope.open(Kind.TEST, "other test")) {
                assertThat(other.unit().isOutermost()).isTrue();
                task.run();
            }
        });
    }

    @Test
    void the_only_open_test_adopts_what_other_threads_execute() {
        try (UnitScope test = UnitScope.open(Kind.TEST, "a test")) {
            executeOnThread("server-1");

            assertThat(test.unit().recording().statements()).singleElement().satisfies(statement -> {
                assertThat(statement.execution().isAdopted()).isTrue();
                assertThat(statement.execution().thread()).isEqualTo("server-1");
            });
            assertThat(test.unit().recording().strays()).isEmpty();
        }
    }

    @Test
    void a_statement_of_the_thread_of_the_test_is_not_adopted() throws SQLException {
        try (UnitScope test = UnitScope.open(Kind.TEST, "a test")) {
            crates.dao().ids();

            assertThat(test.unit().recording().statements())
                    .singleElement()
                    .satisfies(statement ->
                            assertThat(statement.execution().isAdopted()).isFalse());
        }
    }

    @Test
    void with_two_open_tests_what_other_threads_execute_is_stray_for_both() {
        try (UnitScope test = UnitScope.open(Kind.TEST, "a test")) {
            duringAnotherTest(() -> {
                executeOnThread("server-1");
                executeOnThread("server-1");
            });

            Recording recording = test.unit().recording();
            assertThat(recording.statements()).isEmpty();
            assertThat(recording.total()).isZero();
            assertThat(recording.strays()).containsExactly(new Recording.Stray("crates", "server-1", "", 2));
        }
    }

    @Test
    void tests_do_not_count_what_the_thread_of_another_test_executes() {
        try (UnitScope test = UnitScope.open(Kind.TEST, "a test")) {
            duringAnotherTest(UncheckedSql.of(crates.dao()::touch));

            assertThat(test.unit().recording().statements()).isEmpty();
            assertThat(test.unit().recording().strays()).isEmpty();
        }
    }

    @Test
    void without_an_open_test_a_statement_belongs_to_nobody() throws SQLException {
        crates.dao().ids();

        try (UnitScope test = UnitScope.open(Kind.TEST, "a test")) {
            assertThat(test.unit().recording().statements()).isEmpty();
            assertThat(test.unit().recording().strays()).isEmpty();
        }
    }

    @Test
    void a_block_outside_a_test_is_left_alone_with_other_threads() {
        try (UnitScope block = UnitScope.open(Kind.BLOCK, "a block")) {
            executeOnThread("server-1");

            assertThat(block.unit().recording().statements()).isEmpty();
            assertThat(block.unit().recording().strays()).isEmpty();
        }
    }

    @Test
    void what_a_test_adopts_is_stray_for_its_block() {
        try (UnitScope test = UnitScope.open(Kind.TEST, "a test");
                UnitScope block = UnitScope.open(Kind.BLOCK, "a block")) {
            executeOnThread("server-1");

            assertThat(block.unit().recording().statements()).isEmpty();
            assertThat(block.unit().recording().strays())
                    .containsExactly(new Recording.Stray("crates", "server-1", "", 1));
            assertThat(test.unit().recording().statements()).hasSize(1);
        }
    }

    @Test
    void strays_are_counted_by_data_source_and_thread() throws SQLException {
        try (Crates others = Crates.open("others");
                UnitScope test = UnitScope.open(Kind.TEST, "a test")) {
            duringAnotherTest(() -> {
                executeOnThread("server-1");
                executeOnThread("server-2");
                runOnThread("server-1", UncheckedSql.of(others.dao()::touch));
            });

            assertThat(test.unit().recording().strays())
                    .containsExactlyInAnyOrder(
                            new Recording.Stray("crates", "server-1", "", 1),
                            new Recording.Stray("crates", "server-2", "", 1),
                            new Recording.Stray("others", "server-1", "", 1));
        }
    }

    @Test
    void the_preparation_of_a_test_on_another_thread_belongs_to_nobody() {
        try (UnitScope test = UnitScope.open(Kind.TEST, "a test")) {
            runOnThread("other test", () -> {
                Preparation.begin();
                try {
                    UncheckedSql.of(crates.dao()::touch).run();
                } finally {
                    Preparation.end();
                }
            });

            assertThat(test.unit().recording().statements()).isEmpty();
            assertThat(test.unit().recording().strays()).isEmpty();
        }
    }

    @Test
    void a_closed_test_adopts_no_more() {
        UnitScope test = UnitScope.open(Kind.TEST, "a test");
        test.close();

        executeOnThread("server-1");

        assertThat(test.unit().recording().statements()).isEmpty();
    }

    @Test
    void a_prepared_test_counts_from_its_opening_on() throws SQLException {
        UnitOfWork prepared = UnitScope.prepare(Kind.TEST, "a test");
        crates.dao().ids();
        executeOnThread("server-1");

        try (UnitScope test = UnitScope.open(prepared)) {
            crates.dao().touch();

            assertThat(test.unit()).isSameAs(prepared);
            assertThat(prepared.recording().total()).isEqualTo(1);
        }
    }

    @Test
    void other_threads_find_an_open_test_by_its_token() {
        UnitScope test = UnitScope.open(Kind.TEST, "a test");
        assertThat(Recorder.find(test.unit().token())).contains(test.unit());
        assertThat(Recorder.onlyTest()).contains(test.unit());

        test.close();

        assertThat(Recorder.find(test.unit().token())).isEmpty();
        assertThat(Recorder.onlyTest()).isEmpty();
    }
}
