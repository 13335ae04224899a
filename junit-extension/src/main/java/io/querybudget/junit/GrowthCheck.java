package io.querybudget.junit;

import io.querybudget.Budget;
import io.querybudget.Cause;
import io.querybudget.Growth;
import io.querybudget.GrowthAnalysis;
import io.querybudget.GrowthJudgement;
import io.querybudget.Recording;
import io.querybudget.detection.GrowthDetection;
import io.querybudget.junit.Queries.Block;
import io.querybudget.junit.Queries.Population;
import io.querybudget.recording.PendingWrites;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import io.querybudget.report.Report;
import io.querybudget.report.SetupText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/** Runs a call with more and more rows and compares what it executes; used once, by one thread. */
final class GrowthCheck {

    private static final List<Integer> SIZES = List.of(3, 6, 12);

    private final String name;
    private final Growth allowed;
    private final List<Integer> givenSizes;
    private final List<String> failedFlushes = new ArrayList<>();
    private int made;

    /**
     * Prepares a check.
     *
     * @param givenSizes the numbers of rows, or nothing for those that suit the call
     */
    GrowthCheck(String name, Growth allowed, List<Integer> givenSizes) {
        if (allowed == Growth.IRREGULAR) {
            throw new IllegalArgumentException(SetupText.irregularGrowth());
        }
        this.name = name;
        this.allowed = allowed;
        this.givenSizes = givenSizes;
    }

    /** {@return what was measured and is as expected; nothing when this library is switched off} */
    <X extends Throwable, Y extends Throwable> Optional<GrowthAnalysis> run(Population<X> populate, Block<Y> call)
            throws X, Y {
        Optional<RunningTest> test = RunningTest.current();
        Optional<ExtensionContext> context = test.map(RunningTest::context);
        grow(populate, givenSizes.isEmpty() ? SIZES.get(0) : givenSizes.get(0));
        Recording warmUp = measure(call);
        if (BudgetCheck.isOff(context)) {
            return Optional.empty();
        }
        List<Integer> sizes = givenSizes.isEmpty() ? sizesFor(warmUp) : givenSizes;
        List<Recording> runs = new ArrayList<>();
        for (int size : sizes) {
            grow(populate, size);
            runs.add(measure(call));
        }
        GrowthAnalysis analysis = GrowthDetection.analyse(sizes, runs);
        Budget budget = RunningTest.budgetOf(Budget.UNLIMITED, test);
        Budget ruled =
                test.map(running -> running.ruled(budget, analysis.largest())).orElse(budget);
        judge(analysis, context, ruled);
        return Optional.of(analysis);
    }

    private <X extends Throwable> void grow(Population<X> populate, int size) throws X {
        try (UnitScope scope = UnitScope.open(UnitOfWork.Kind.MEASUREMENT, name)) {
            if (size > made) {
                populate.add(size - made);
                made = size;
            }
            failedFlushes.addAll(PendingWrites.flushAndClear());
        }
    }

    private <Y extends Throwable> Recording measure(Block<Y> call) throws Y {
        try (UnitScope scope = UnitScope.open(UnitOfWork.Kind.MEASUREMENT, name)) {
            call.run();
            failedFlushes.addAll(PendingWrites.flush());
            return scope.unit().recording();
        }
    }

    /** One row more than full batches shows each batch, however many rows one batch takes. */
    private static List<Integer> sizesFor(Recording warmUp) {
        int batch = warmUp.statements().stream()
                .map(statement -> statement.cause())
                .mapToInt(Cause::batchSize)
                .filter(size -> size < Integer.MAX_VALUE)
                .max()
                .orElse(1);
        return batch == 1 ? SIZES : List.of(batch + 1, 2 * batch + 1, 4 * batch + 1);
    }

    private void judge(GrowthAnalysis analysis, Optional<ExtensionContext> context, Budget budget) {
        Optional<AssertionFailedError> blindness = BudgetCheck.blindness(name, context);
        if (blindness.isPresent()) {
            throw blindness.get();
        }
        GrowthJudgement judgement = GrowthJudgement.of(analysis, allowed, budget);
        if (!judgement.isPassed()) {
            throw new AssertionFailedError(Report.failure(judgement, failedFlushes));
        }
        Warnings.logFailedFlushes(name, failedFlushes);
    }
}
