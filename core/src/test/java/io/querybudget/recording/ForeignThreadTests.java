package io.querybudget.recording;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.querybudget.Recording;
import io.querybudget.recording.UnitOfWork.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** Runs alone, because it opens units of tests, which adopt what other threads execute. */
@Isolated
class ForeignThreadTests {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "billing-1"));
    private Crates crates;

    @BeforeEach
    void open() throws SQLException {
        crates = Crates.open();
        BackgroundThreads.add(List.of("billing-job-*", "cleaner"));
    }

    @AfterEach
    void close() throws SQLException {
        thread.shutdown();
        crates.close();
    }

    private Runnable sql() {
        return UncheckedSql.of(crates.dao()::touch);
    }

    private void runOnThread(String name, Runnable task) throws InterruptedException {
        Thread named = new Thread(task, name);
        named.start();
        named.join();
    }

    @Test
    void a_request_that_no_test_sent_is_stray_by_its_name_while_several_tests_are_open() throws Exception {
        try (UnitScope test = UnitScope.open(Kind.TEST, "a test");
                UnitScope other = UnitScope.open(Kind.TEST, "another test")) {
            runOnThread("http-1", () -> {
                try (UnitScope request = UnitScope.open(Kind.REQUEST, "GET /crates")) {
                    sql().run();
                    assertThat(request.unit().recording().total()).isOne();
                }
            });

            Recording.Stray stray = new Recording.Stray("crates", "http-1", "GET /crates", 1);
            assertThat(test.unit().recording().strays()).containsExactly(stray);
            assertThat(other.unit().recording().strays()).containsExactly(stray);
        }
    }

    @Test
    void a_request_that_no_test_sent_is_adopted_by_the_only_test_and_stray_for_its_block() throws Exception {
        try (UnitScope test = UnitScope.open(Kind.TEST, "a test");
                UnitScope block = UnitScope.open(Kind.BLOCK, "a block")) {
            runOnThread("http-1", () -> {
                try (UnitScope request = UnitScope.open(Kind.REQUEST, "GET /crates")) {
                    sql().run();
                }
            });

            assertThat(test.unit().recording().total()).isOne();
            assertThat(block.unit().recording().total()).isZero();
            assertThat(block.unit().recording().strays())
                    .containsExactly(new Recording.Stray("crates", "http-1", "GET /crates", 1));
        }
    }

    @Test
    void threads_of_the_background_work_for_no_test() throws InterruptedException {
        try (UnitScope test = UnitScope.open(Kind.TEST, "a test");
                UnitScope block = UnitScope.open(Kind.BLOCK, "a block")) {
            runOnThread("billing-job-7", sql());
            runOnThread("cleaner", sql());
            runOnThread("billing-job", sql());

            assertThat(test.unit().recording().total()).isOne();
            assertThat(block.unit().recording().strays())
                    .containsExactly(new Recording.Stray("crates", "billing-job", "", 1));
        }
    }

    @Test
    void a_thread_of_the_background_works_for_the_unit_that_is_handed_to_it() throws InterruptedException {
        try (UnitScope test = UnitScope.open(Kind.TEST, "a test")) {
            runOnThread("cleaner", test.unit().wrap(sql()));

            assertThat(test.unit().recording().total()).isOne();
        }
    }

    @Test
    void what_is_unseen_keeps_no_open_test_certain() throws InterruptedException {
        try (UnitScope test = UnitScope.open(Kind.TEST, "a test");
                UnitScope other = UnitScope.open(Kind.TEST, "another test")) {
            runOnThread("http-1", Recorder::unseen);
            runOnThread("cleaner", Recorder::unseen);

            assertThat(test.unit().recording().unseen()).isOne();
            assertThat(other.unit().recording().unseen()).isOne();
        }
    }

    @Test
    void a_test_lies_in_no_other_one() throws SQLException {
        try (UnitScope test = UnitScope.open(Kind.TEST, "a test")) {
            try (UnitScope stolen = UnitScope.open(Kind.TEST, "a test that runs while the thread waits")) {
                crates.dao().touch();
                assertThat(stolen.unit().recording().total()).isOne();
            }
            assertThat(test.unit().recording().total()).isZero();
            assertThat(Recorder.current()).contains(test.unit());
        }
    }

    @Test
    void what_a_test_left_running_is_told_once_and_not_given_to_the_next_test() throws Exception {
        Runnable handedOver;
        try (UnitScope test = UnitScope.open(Kind.TEST, "a hasty test")) {
            handedOver = test.unit().wrap(sql());
        }
        List<String> log = logged(() -> {
            try (UnitScope next = UnitScope.open(Kind.TEST, "the next test")) {
                thread.submit(handedOver).get();
                thread.submit(handedOver).get();
                return next.unit().recording().total();
            } catch (Exception failure) {
                throw new AssertionError(failure);
            }
        });

        assertThat(log)
                .containsExactly(
                        "a hasty test: thread \"billing-1\" executed SQL for it after its end, which was not judged;"
                                + " let the test wait for it",
                        "0");
    }

    /** {@return what is logged meanwhile, and then the result} */
    private static List<String> logged(Supplier<Integer> work) {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger("io.querybudget");
        logger.addAppender(log);
        int result;
        try {
            result = work.get();
        } finally {
            logger.detachAppender(log);
        }
        List<String> messages = new ArrayList<>(log.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.startsWith("a hasty test"))
                .toList());
        messages.add(Integer.toString(result));
        return messages;
    }
}
