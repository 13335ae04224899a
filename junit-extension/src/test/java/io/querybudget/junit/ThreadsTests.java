package io.querybudget.junit;

import static io.querybudget.junit.Queries.expectQueries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.acme.shop.Shop;
import io.querybudget.recording.UnitOfWork;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** Isolated, because SQL on a foreign thread is given to a test only while no other one runs. */
@Isolated
class ThreadsTests {

    private static final Shop SHOP = Shop.overPool("threads");
    private static final Map<String, String> EIGHT_THREADS = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "8");

    static class ParallelCases {

        @BeforeEach
        @AfterEach
        void prepare() {
            SHOP.findOrders();
        }

        @RepeatedTest(200)
        @QueryBudget
        void counts_its_own(RepetitionInfo info, UnitOfWork work) {
            int statements = info.getCurrentRepetition() % 20;
            expectQueries(statements);
            for (int i = 0; i < statements; i++) {
                SHOP.findOrders();
            }
            assertThat(work.recording().total()).isEqualTo(statements);
            assertThat(work.recording().strays()).isEmpty();
        }
    }

    @Test
    void counts_the_sql_of_each_parallel_test_by_itself() {
        var results = Jupiter.run(ParallelCases.class, EIGHT_THREADS);

        assertThat(Jupiter.failures(results)).isEmpty();
        assertThat(Jupiter.passed(results)).hasSize(200);
    }

    static class AdoptionCases {

        @Test
        @QueryBudget(1)
        void counts_the_sql_of_other_threads(UnitOfWork work) throws Exception {
            SHOP.findOrders();
            elsewhere(SHOP::findOrders);
            assertThat(work.recording().statements().get(1).execution().isAdopted())
                    .isTrue();
        }

        @Test
        @QueryBudget
        void counts_it_in_the_rest_of_a_test_too() throws Exception {
            expectQueries(1);
            elsewhere(SHOP::findOrders);
        }
    }

    @Test
    void counts_the_sql_of_other_threads_while_one_test_runs() {
        assertThat(Jupiter.failureText(AdoptionCases.class))
                .startsWith(
                        "AdoptionCases > counts_the_sql_of_other_threads(): expected at most 1 statement but executed 2");
    }

    static class BlockCases {

        @Test
        @QueryBudget
        void starts_a_thread_in_a_block() throws Exception {
            expectQueries(1, () -> {
                SHOP.findOrders();
                elsewhere(SHOP::findOrders);
            });
        }

        @Test
        @QueryBudget
        void hands_the_block_over() throws Exception {
            expectQueries(2, () -> {
                SHOP.findOrders();
                UnitOfWork block = io.querybudget.recording.Recorder.current().orElseThrow();
                elsewhere(block.wrap((Runnable) SHOP::findOrders));
            });
        }
    }

    @Test
    void certifies_no_block_in_which_other_threads_executed_sql() {
        assertThat(Jupiter.failureText(BlockCases.class)).isEqualTo("""
                BlockCases > starts_a_thread_in_a_block(), block at (ThreadsTests.java:…): the limit cannot be certified: \
                thread "elsewhere" executed 1 statement on threads-pool meanwhile, and nothing tells for whom; hand the \
                unit of work to it with UnitOfWork.wrap(task), or, if it works for no test, set \
                querybudget.background-threads=elsewhere

                  1 × select o1_0.id, o1_0.status from orders o1_0  Shop.allOrders (Shop.java:…)  2 rows""");
    }

    static class StrayCases {

        static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @Test
        @QueryBudget(5)
        void uses_the_data_source() throws Exception {
            SHOP.findOrders();
            BOTH.await(1, TimeUnit.MINUTES);
            elsewhere(SHOP::findOrders);
            BOTH.await(1, TimeUnit.MINUTES);
        }

        @Test
        @QueryBudget(5)
        void uses_none() throws Exception {
            BOTH.await(1, TimeUnit.MINUTES);
            BOTH.await(1, TimeUnit.MINUTES);
        }
    }

    @Test
    void certifies_no_limit_when_foreign_sql_may_belong_to_one_of_two_tests() {
        var results = Jupiter.run(StrayCases.class, EIGHT_THREADS);

        assertThat(Jupiter.failures(results)).extracting(Jupiter::withoutLines).containsExactlyInAnyOrder("""
                        StrayCases > uses_the_data_source(): the limit cannot be certified: thread "elsewhere" executed 1 \
                        statement on threads-pool meanwhile, and nothing tells for whom; hand the unit of work to it with \
                        UnitOfWork.wrap(task), or, if it works for no test, set querybudget.background-threads=elsewhere

                          1 × select o1_0.id, o1_0.status from orders o1_0  Shop.allOrders (Shop.java:…)  2 rows""", """
                        StrayCases > uses_none(): the limit cannot be certified: thread "elsewhere" executed 1 \
                        statement on threads-pool meanwhile, and nothing tells for whom; hand the unit of work to it with \
                        UnitOfWork.wrap(task), or, if it works for no test, set querybudget.background-threads=elsewhere""");
    }

    static class BackgroundCases {

        @Test
        @QueryBudget(1)
        void runs_beside_a_job() throws Exception {
            SHOP.findOrders();
            elsewhere("nightly-1", SHOP::findOrders);
            elsewhere("cleaner", SHOP::findOrders);
        }
    }

    @Test
    void leaves_the_sql_of_background_threads_to_themselves() {
        assertThat(Jupiter.failureText(BackgroundCases.class))
                .startsWith("BackgroundCases > runs_beside_a_job(): expected at most 1 statement but executed 3");

        var results =
                Jupiter.run(BackgroundCases.class, Map.of("querybudget.background-threads", " nightly-* , cleaner"));

        assertThat(Jupiter.failures(results)).isEmpty();
    }

    static class TimeoutCases {

        @Test
        @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        @QueryBudget(3)
        void runs_on_a_thread_of_JUnit(UnitOfWork work) {
            SHOP.findOrders();
            expectQueries(2);
            SHOP.findOrders();
            SHOP.findOrders();
            assertThat(work.recording().total()).isEqualTo(3);
            assertThat(work.recording().statements())
                    .noneMatch(statement -> statement.execution().isAdopted());
        }

        @Test
        @QueryBudget(3)
        void hands_its_unit_to_a_thread_of_JUnit(UnitOfWork work) {
            SHOP.findOrders();
            assertTimeoutPreemptively(
                    Duration.ofMinutes(1), () -> work.wrap(SHOP::findOrders).call());
            assertTimeoutPreemptively(Duration.ofMinutes(1), work.wrap(() -> {
                SHOP.findOrders();
            })::run);
            assertThat(work.recording().total()).isEqualTo(3);
            assertThat(work.recording().strays()).isEmpty();
        }
    }

    @Test
    void counts_what_runs_under_a_preemptive_timeout_in_parallel() {
        var results = Jupiter.run(TimeoutCases.class, EIGHT_THREADS);

        assertThat(Jupiter.failures(results)).isEmpty();
        assertThat(Jupiter.passed(results)).hasSize(2);
    }

    static class PreemptiveCases {

        @Test
        @QueryBudget(1)
        void leaves_its_unit_behind() {
            SHOP.findOrders();
            assertTimeoutPreemptively(Duration.ofMinutes(1), SHOP::findOrders);
        }
    }

    @Test
    void adopts_what_runs_under_a_preemptive_timeout_in_the_only_test() {
        assertThat(Jupiter.failureText(PreemptiveCases.class))
                .startsWith("PreemptiveCases > leaves_its_unit_behind(): expected at most 1 statement but executed 2");
    }

    private static void elsewhere(Runnable task) throws InterruptedException {
        elsewhere("elsewhere", task);
    }

    private static void elsewhere(String name, Runnable task) throws InterruptedException {
        Thread thread = new Thread(task, name);
        thread.start();
        thread.join();
    }
}
