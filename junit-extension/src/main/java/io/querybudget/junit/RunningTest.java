package io.querybudget.junit;

import io.querybudget.Analysis;
import io.querybudget.Budget;
import io.querybudget.Judgement;
import io.querybudget.Recording;
import io.querybudget.Rules;
import io.querybudget.Ruling;
import io.querybudget.TestSummary;
import io.querybudget.detection.Detection;
import io.querybudget.jdbc.AttachedDataSources;
import io.querybudget.recording.FaultLog;
import io.querybudget.recording.PendingWrites;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;
import org.opentest4j.AssertionFailedError;

/** One test method while it runs; confined to its thread. */
final class RunningTest {

    private static final ThreadLocal<@Nullable RunningTest> CURRENT = new ThreadLocal<>();

    private static final Budget NOTHING_FAILS = Budget.UNLIMITED.with(Rules.WARNING);

    private final ExtensionContext context;
    private final UnitOfWork unit;
    private final List<String> failedFlushes = new ArrayList<>();

    /** What the annotations ask of the whole test. */
    private Optional<Budget> annotated = Optional.empty();

    /** What the annotations or the project ask of the whole test. */
    private Optional<Budget> budget = Optional.empty();

    /** What is asked of its parts, limits aside. */
    private Budget ofParts = Budget.UNLIMITED;

    private final LeftConnections connections = new LeftConnections(this::analysis);
    private final Map<String, Expectation> expectations = new LinkedHashMap<>();
    private Ruling ruling = Ruling.NONE;
    private boolean isStarted;

    /** Whether its statements are compared with a snapshot. */
    private boolean isCompared;

    /** What is expected of the rest of the test. */
    private record Expectation(Budget budget, Supplier<Recording> rest) {}

    RunningTest(ExtensionContext context) {
        this.context = context;
        SuiteObservation.current().ifPresent(suite -> suite.leave(context.getUniqueId()));
        this.unit = UnitScope.prepare(UnitOfWork.Kind.TEST, TestName.of(context));
    }

    /** {@return the test that runs on this thread} */
    static Optional<RunningTest> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    String name() {
        return unit.name();
    }

    UnitOfWork unit() {
        return unit;
    }

    ExtensionContext context() {
        return context;
    }

    boolean isStarted() {
        return isStarted;
    }

    /** Runs the test method in its unit of work and judges it; an exception of the test itself stays what it is. */
    <T extends @Nullable Object> T run(Invocation<T> method) throws Throwable {
        isStarted = true;
        annotated = BudgetAnnotation.find(context);
        ProjectBudget project = ProjectBudget.find(Optional.of(context));
        budget = project.of(annotated);
        ofParts = project.applyTo(annotated.orElse(Budget.UNLIMITED));
        ruling = ruling.and(ofParts, List.of());
        isCompared = SnapshotCheck.isWanted(context);
        RunningTest outer = CURRENT.get();
        flushIfJudged();
        CURRENT.set(this);
        T result;
        boolean isComplete = false;
        try (UnitScope scope = UnitScope.open(unit)) {
            result = method.proceed();
            flushIfJudged();
            isComplete = true;
        } finally {
            CURRENT.set(outer);
            if (!isComplete) {
                FaultLog.guard("summarise a test that failed", () -> summarise(analysis(), false));
            }
        }
        judge();
        return result;
    }

    /** Logs the connections that not even what cleans up after the test method has closed. */
    void logLeftConnections() {
        FaultLog.guard(
                "look for open connections",
                () -> connections
                        .afterMethod()
                        .ifPresent(analysis -> Warnings.log(analysis, ofParts.with(Rules.WARNING))));
    }

    /** A test without a budget keeps its writes pending, as it would without this library. */
    private void flushIfJudged() {
        if (budget.isPresent() || !expectations.isEmpty() || isCompared) {
            failedFlushes.addAll(PendingWrites.flush());
        }
    }

    /**
     * Holds the rest of the test to a budget.
     *
     * @param word the method that asks for it; what it asked for before is judged at once
     */
    void expect(String word, Budget rest) {
        failedFlushes.addAll(PendingWrites.flush());
        Optional<AssertionFailedError> failure =
                Optional.ofNullable(expectations.remove(word)).flatMap(this::judge);
        if (failure.isPresent()) {
            throw failure.get();
        }
        expectations.put(
                word,
                new Expectation(
                        budgetOf(rest), unit.recordingFromNow(word, TestName.ofPart(Optional.of(this), "from"))));
    }

    /** {@return a budget of a part of a test, or of code outside one, with the rules and the allowances that hold there} */
    static Budget budgetOf(Budget part, Optional<RunningTest> test) {
        return test.map(running -> running.budgetOf(part))
                .orElseGet(() -> ProjectBudget.find(Optional.empty()).applyTo(part));
    }

    private Budget budgetOf(Budget part) {
        return part.with(ofParts.rules()).allowing(ofParts.allowances());
    }

    /** {@return the budget that what was found in the test, or in a part, is judged by: the baseline allows more} */
    Budget ruled(Budget given, Analysis analysis) {
        ruling = ruling.and(given, analysis.findings());
        return BaselineFile.find(setting -> setting.of(Optional.of(context)))
                .map(baseline -> baseline.applyTo(given))
                .orElse(given);
    }

    /** {@return the failure of a part of the test that exceeds the limits of the test by itself} */
    Optional<AssertionFailedError> exceededLimits(Analysis part) {
        return budget.map(given -> Judgement.of(given.with(Rules.WARNING), part))
                .filter(judgement -> !judgement.violations().isEmpty())
                .flatMap(judgement -> BudgetCheck.failure(judgement, failedFlushes));
    }

    private Optional<AssertionFailedError> judge(Expectation expectation) {
        Budget part = expectation.budget;
        Analysis analysis = Detection.analyse(expectation.rest.get(), part.rules());
        return BudgetCheck.failure(ruled(part, analysis), analysis, failedFlushes, Optional.of(context));
    }

    private void judge() {
        boolean isBudgeted = budget.isPresent() || !expectations.isEmpty() || isCompared;
        List<AssertionFailedError> failures = new ArrayList<>();
        expectations.values().forEach(expectation -> judge(expectation).ifPresent(failures::add));
        Analysis analysis = connections.atEndOfMethod();
        if (budget.isPresent()
                && (annotated.isPresent() || !AttachedDataSources.names().isEmpty())) {
            judge(budget.get(), analysis).ifPresent(failures::add);
        } else {
            FaultLog.guard("log the findings of a test", () -> Warnings.log(analysis, NOTHING_FAILS));
        }
        FaultLog.guard("summarise a test", () -> summarise(analysis, true));
        if (isCompared) {
            SnapshotCheck.failure(unit.recording(), failedFlushes, context).ifPresent(failures::add);
        }
        if (!failures.isEmpty()) {
            failures.stream().skip(1).forEach(failures.get(0)::addSuppressed);
            throw failures.get(0);
        }
        if (isBudgeted) {
            Warnings.logFailedFlushes(name(), failedFlushes);
        }
    }

    private Optional<AssertionFailedError> judge(Budget given, Analysis analysis) {
        Budget ruled = ruled(given, analysis);
        Warnings.log(analysis, ruled);
        return BudgetCheck.failure(ruled, analysis, failedFlushes, Optional.of(context));
    }

    private Analysis analysis() {
        return Detection.analyse(unit.recording(), ofParts.rules());
    }

    private void summarise(Analysis analysis, boolean isComplete) {
        boolean isLimited = budget.isPresent() && !budget.get().isUnlimited();
        SuiteObservation.current()
                .ifPresent(suite ->
                        suite.note(TestSummary.of(TestName.ofClass(context), analysis, isLimited, isComplete, ruling)));
    }
}
