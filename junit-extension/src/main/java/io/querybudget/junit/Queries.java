package io.querybudget.junit;

import io.querybudget.Analysis;
import io.querybudget.Budget;
import io.querybudget.detection.Detection;
import io.querybudget.recording.PendingWrites;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import io.querybudget.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/** Expects exact numbers of statements; meant for static import. */
public final class Queries {

    private Queries() {}

    /**
     * Code that executes SQL.
     *
     * @param <X> what it may throw
     */
    @FunctionalInterface
    public interface Block<X extends Throwable> {

        /** Executes the SQL. */
        void run() throws X;
    }

    /**
     * Code that executes SQL and returns something.
     *
     * @param <T> the type of what it returns
     * @param <X> what it may throw
     */
    @FunctionalInterface
    public interface ValueBlock<T extends @Nullable Object, X extends Throwable> {

        /** {@return what the SQL was executed for} */
        T run() throws X;
    }

    /**
     * Expects exactly this many statements in the rest of the test method, or until the next call.
     *
     * <p>Judged at the end of the test method; a later call judges the earlier one at once.
     *
     * @throws IllegalStateException if no test of {@link QueryBudgetExtension} runs on this thread
     */
    public static void expectQueries(int statements) {
        RunningTest.current()
                .orElseThrow(() -> new IllegalStateException(Report.noTest(statements)))
                .expect(statements);
    }

    /**
     * Expects exactly this many statements in a block.
     *
     * <p>In a test of {@link QueryBudgetExtension} it fails when other threads executed SQL meanwhile; elsewhere their SQL
     * is not seen.
     */
    public static <X extends Throwable> void expectQueries(int statements, Block<X> block) throws X {
        Queries.<@Nullable Object, X>expectQueries(statements, () -> {
            block.run();
            return null;
        });
    }

    /** {@return what a block returns, in which exactly this many statements are expected} */
    public static <T extends @Nullable Object, X extends Throwable> T expectQueries(
            int statements, ValueBlock<T, X> block) throws X {
        Optional<RunningTest> test = RunningTest.current();
        Budget budget = test.map(running -> running.exactly(statements)).orElseGet(() -> Budget.exactly(statements));
        List<String> failedFlushes = new ArrayList<>(PendingWrites.flush());
        T value;
        UnitOfWork unit;
        try (UnitScope scope = UnitScope.open(UnitOfWork.Kind.BLOCK, TestName.ofPart(test, "block at"))) {
            unit = scope.unit();
            value = block.run();
            failedFlushes.addAll(PendingWrites.flush());
        }
        Analysis analysis = Detection.analyse(unit.recording());
        Optional<AssertionFailedError> failure =
                BudgetCheck.failure(budget, analysis, failedFlushes, test.map(RunningTest::context));
        if (failure.isPresent()) {
            throw failure.get();
        }
        return value;
    }

    /** {@return what a block executed} */
    public static <X extends Throwable> UnitOfWork recordQueries(Block<X> block) throws X {
        PendingWrites.flush();
        String name = TestName.ofPart(RunningTest.current(), "block at");
        try (UnitScope scope = UnitScope.open(UnitOfWork.Kind.BLOCK, name)) {
            block.run();
            PendingWrites.flush();
            return scope.unit();
        }
    }
}
