package io.querybudget.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.querybudget.ExecutedStatement;
import io.querybudget.recording.UnitOfWork.Kind;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In blocks of no test, which take in nothing that is not carried to them. */
class CarriedWorkTests {

    private static final int FEATURE = Runtime.version().feature();

    /** Not the common pool, which a thread that waits for it helps out. */
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    private Crates crates;
    private UnitScope scope;

    @BeforeEach
    void open() throws SQLException {
        crates = Crates.open();
        scope = UnitScope.open(Kind.BLOCK, "a block");
    }

    @AfterEach
    void close() throws SQLException {
        scope.close();
        crates.close();
        threads.shutdown();
    }

    private Integer touch() {
        try {
            crates.dao().touch();
            return 1;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private List<ExecutedStatement> statements() {
        return scope.unit().recording().statements();
    }

    @Test
    void a_lambda_with_and_one_without_a_value_can_be_wrapped() throws Exception {
        Callable<Integer> callable = scope.unit().wrap(() -> touch());
        Runnable runnable = scope.unit().wrap(() -> {
            Integer unused = touch();
        });
        UnitOfWork unit = scope.unit();
        scope.close();

        callable.call();
        runnable.run();

        assertThat(unit.recording().total()).isEqualTo(2);
    }

    @Test
    void a_completable_future_carries_the_unit_by_its_supplier() {
        int touched = CompletableFuture.supplyAsync(scope.unit().wrapSupplier(this::touch), threads)
                .join();

        assertThat(touched).isOne();
        assertThat(statements()).singleElement().satisfies(CarriedWorkTests::ranElsewhere);
    }

    @Test
    void a_completable_future_carries_the_unit_by_its_executor_through_all_its_stages() {
        Executor executor = scope.unit().wrap(threads);
        CompletableFuture.supplyAsync(this::touch, executor)
                .thenApplyAsync(touched -> touched + touch(), executor)
                .thenCombineAsync(CompletableFuture.supplyAsync(this::touch, executor), Integer::sum, executor)
                .join();

        assertThat(statements()).hasSize(3).allSatisfy(CarriedWorkTests::ranElsewhere);
    }

    @Test
    void a_parallel_stream_carries_the_unit_by_its_function() {
        int touched = IntStream.range(0, 200)
                .parallel()
                .map(i -> scope.unit().wrapSupplier(this::touch).get())
                .sum();

        assertThat(touched).isEqualTo(200);
        assertThat(statements()).hasSize(200);
    }

    @Test
    void a_virtual_thread_carries_the_unit_by_its_task() throws ReflectiveOperationException, InterruptedException {
        assumeTrue(FEATURE >= 21, "virtual threads need JDK 21, this is " + FEATURE);

        for (int i = 0; i < 50; i++) {
            startVirtually(scope.unit().wrap((Runnable) this::touch)).join();
        }

        assertThat(statements()).hasSize(50);
    }

    /** By reflection, because the tests are compiled for JDK 17. */
    private static Thread startVirtually(Runnable task) throws ReflectiveOperationException {
        return (Thread)
                Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    }

    private static void ranElsewhere(ExecutedStatement statement) {
        assertThat(statement.execution().thread())
                .isNotEqualTo(Thread.currentThread().getName());
        assertThat(statement.execution().isAdopted()).isFalse();
    }
}
