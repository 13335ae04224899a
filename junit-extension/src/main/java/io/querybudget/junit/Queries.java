package io.querybudget.junit;

import io.querybudget.Analysis;
import io.querybudget.Budget;
import io.querybudget.Growth;
import io.querybudget.Limits;
import io.querybudget.detection.Detection;
import io.querybudget.recording.PendingWrites;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import io.querybudget.report.SetupText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/**
 * Holds a part of a test to numbers: exact ones by <em>expect</em>, the most allowed by <em>budget</em>, and the same ones for
 * any number of rows. Meant for static import.
 */
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
     * Code that adds rows for other code to work on.
     *
     * @param <X> what it may throw
     */
    @FunctionalInterface
    public interface Population<X extends Throwable> {

        /** Adds this many rows to those that are there. */
        void add(int rows) throws X;
    }

    /**
     * Expects exactly this many statements in the rest of the test method, or until the next call.
     *
     * @throws IllegalStateException if no test of {@link QueryBudgetExtension} runs on this thread
     */
    public static void expectQueries(int statements) {
        rest("expectQueries", statements, Budget.exactly(Limits.limits().statements(statements)));
    }

    /**
     * Expects exactly these numbers in the rest of the test method, or until the next call.
     *
     * <p>Judged at the end of the test method; a later call judges the earlier one at once.
     *
     * @throws IllegalStateException if no test of {@link QueryBudgetExtension} runs on this thread
     */
    public static void expectQueries(Limits limits) {
        rest("expectQueries", "limits", Budget.exactly(limits));
    }

    /**
     * Expects exactly this many statements in a block.
     *
     * <p>In a test of {@link QueryBudgetExtension} it fails when other threads executed SQL meanwhile; elsewhere their SQL
     * is not seen.
     */
    public static <X extends Throwable> void expectQueries(int statements, Block<X> block) throws X {
        expectQueries(Limits.limits().statements(statements), block);
    }

    /** Expects exactly these numbers in a block. */
    public static <X extends Throwable> void expectQueries(Limits limits, Block<X> block) throws X {
        judge(Budget.exactly(limits), withoutValue(block));
    }

    /** {@return what a block returns, in which exactly this many statements are expected} */
    public static <T extends @Nullable Object, X extends Throwable> T expectQueries(
            int statements, ValueBlock<T, X> block) throws X {
        return expectQueries(Limits.limits().statements(statements), block);
    }

    /** {@return what a block returns, in which exactly these numbers are expected} */
    public static <T extends @Nullable Object, X extends Throwable> T expectQueries(
            Limits limits, ValueBlock<T, X> block) throws X {
        return judge(Budget.exactly(limits), block);
    }

    /**
     * Allows at most this many statements in the rest of the test method, or until the next call.
     *
     * @throws IllegalStateException if no test of {@link QueryBudgetExtension} runs on this thread
     */
    public static void budgetQueries(int statements) {
        rest("budgetQueries", statements, Budget.atMost(Limits.limits().statements(statements)));
    }

    /**
     * Allows at most these numbers in the rest of the test method, or until the next call.
     *
     * <p>Judged at the end of the test method; a later call judges the earlier one at once.
     *
     * @throws IllegalStateException if no test of {@link QueryBudgetExtension} runs on this thread
     */
    public static void budgetQueries(Limits limits) {
        rest("budgetQueries", "limits", Budget.atMost(limits));
    }

    /**
     * Allows at most this many statements in a block.
     *
     * <p>In a test of {@link QueryBudgetExtension} it fails when other threads executed SQL meanwhile; elsewhere their SQL
     * is not seen.
     */
    public static <X extends Throwable> void budgetQueries(int statements, Block<X> block) throws X {
        budgetQueries(Limits.limits().statements(statements), block);
    }

    /** Allows at most these numbers in a block. */
    public static <X extends Throwable> void budgetQueries(Limits limits, Block<X> block) throws X {
        judge(Budget.atMost(limits), withoutValue(block));
    }

    /** {@return what a block returns, in which at most this many statements are expected} */
    public static <T extends @Nullable Object, X extends Throwable> T budgetQueries(
            int statements, ValueBlock<T, X> block) throws X {
        return budgetQueries(Limits.limits().statements(statements), block);
    }

    /** {@return what a block returns, in which at most these numbers are expected} */
    public static <T extends @Nullable Object, X extends Throwable> T budgetQueries(
            Limits limits, ValueBlock<T, X> block) throws X {
        return judge(Budget.atMost(limits), block);
    }

    /** Expects no statement of any kind in a block: a no-SQL zone. */
    public static <X extends Throwable> void expectNoQueries(Block<X> block) throws X {
        expectQueries(Limits.none(), block);
    }

    /** {@return what a block returns, in which no statement of any kind is expected} */
    public static <T extends @Nullable Object, X extends Throwable> T expectNoQueries(ValueBlock<T, X> block) throws X {
        return expectQueries(Limits.none(), block);
    }

    /**
     * Expects that a call executes the same statements for 3, 6 and 12 rows, or for b+1, 2b+1 and 4b+1 rows where Hibernate
     * fetches batches of b.
     *
     * <p>First the call is run once without being measured. {@code populate} is asked for the rows that are missing: for 3, 3
     * and 6 more. So nothing has to be removed in between, with a transaction around the test and without. Before each
     * run the persistence contexts of this thread are written out and emptied, which detaches their entities. Neither
     * {@code populate} nor the call counts in the test around them. It fails as <em>not exercised</em> when no result and
     * no write of the call became more with the rows.
     */
    public static <X extends Throwable, Y extends Throwable> void expectConstantQueries(
            Population<X> populate, Block<Y> call) throws X, Y {
        expectGrowthUpTo(Growth.CONSTANT, populate, call);
    }

    /** Expects what {@link #expectConstantQueries} does, but allows the statements to grow with the rows in this way. */
    public static <X extends Throwable, Y extends Throwable> void expectGrowthUpTo(
            Growth allowed, Population<X> populate, Block<Y> call) throws X, Y {
        String name = TestName.ofPart(RunningTest.current(), "growth at");
        new GrowthCheck(name, allowed, List.of()).run(populate, call);
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

    private static void rest(String word, Object number, Budget budget) {
        RunningTest.current()
                .orElseThrow(() -> new IllegalStateException(SetupText.noTest(word + "(" + number + ")")))
                .expect(word, budget);
    }

    private static <X extends Throwable> ValueBlock<@Nullable Object, X> withoutValue(Block<X> block) {
        return () -> {
            block.run();
            return null;
        };
    }

    private static <T extends @Nullable Object, X extends Throwable> T judge(Budget part, ValueBlock<T, X> block)
            throws X {
        Optional<RunningTest> test = RunningTest.current();
        Budget budget = RunningTest.budgetOf(part, test);
        List<String> failedFlushes = new ArrayList<>(PendingWrites.flush());
        T value;
        UnitOfWork unit;
        try (UnitScope scope = UnitScope.open(UnitOfWork.Kind.BLOCK, TestName.ofPart(test, "block at"))) {
            unit = scope.unit();
            value = block.run();
            failedFlushes.addAll(PendingWrites.flush());
        }
        Analysis analysis = Detection.analyse(unit.recording(), budget.rules());
        Budget ruled = test.map(running -> running.ruled(budget, analysis)).orElse(budget);
        Optional<AssertionFailedError> failure =
                BudgetCheck.failure(ruled, analysis, failedFlushes, test.map(RunningTest::context));
        if (failure.isPresent()) {
            throw failure.get();
        }
        return value;
    }
}
