package io.querybudget.junit;

import io.querybudget.Analysis;
import io.querybudget.Budget;
import io.querybudget.Judgement;
import io.querybudget.Measure;
import io.querybudget.Violation;
import io.querybudget.jdbc.AttachedDataSources;
import io.querybudget.recording.FaultLog;
import io.querybudget.report.Report;
import io.querybudget.report.SetupText;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/** Turns judgements into failures, those that saw too little included. */
final class BudgetCheck {

    private static final List<DataSourceCheck> DATA_SOURCE_CHECKS = ServiceLoader.load(DataSourceCheck.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    private BudgetCheck() {}

    /** {@return the failure of an analysis by a budget, if it fails} */
    static Optional<AssertionFailedError> failure(
            Budget budget, Analysis analysis, List<String> failedFlushes, Optional<ExtensionContext> test) {
        if (isOff(test)) {
            return Optional.empty();
        }
        String unitOfWork = analysis.recording().name();
        return blindness(unitOfWork, test)
                .or(() -> unknownDataSources(unitOfWork, budget))
                .or(() -> judge(budget, analysis, failedFlushes));
    }

    /** {@return whether {@code querybudget.enabled=false} says, to the JVM or to JUnit, that nothing is to be checked} */
    static boolean isOff(Optional<ExtensionContext> test) {
        return Setting.ENABLED.of(test).filter("false"::equalsIgnoreCase).isPresent();
    }

    /** {@return the failure of counting at all: no data source is observed, or not each that the test can use} */
    static Optional<AssertionFailedError> blindness(String unitOfWork, Optional<ExtensionContext> test) {
        if (AttachedDataSources.names().isEmpty()) {
            return Optional.of(new AssertionFailedError(SetupText.nothingObserved(unitOfWork)));
        }
        if (DATA_SOURCE_CHECKS.isEmpty() && isRunBySpring(test)) {
            return Optional.of(new AssertionFailedError(SetupText.springUnobserved(unitOfWork)));
        }
        Set<String> unobserved = new TreeSet<>();
        test.flatMap(BudgetCheck::withTestClass)
                .ifPresent(context -> DATA_SOURCE_CHECKS.forEach(check -> unobserved.addAll(
                        FaultLog.guard("check data sources", List.of(), () -> check.unobserved(context)))));
        return unobserved.isEmpty()
                ? Optional.empty()
                : Optional.of(new AssertionFailedError(SetupText.unobserved(unitOfWork, unobserved)));
    }

    private static boolean isRunBySpring(Optional<ExtensionContext> test) {
        return SpringSupport.runs(test.flatMap(BudgetCheck::withTestClass).flatMap(ExtensionContext::getTestClass));
    }

    /** The context of a dynamic test does not tell the test class, that of its factory does. */
    private static Optional<ExtensionContext> withTestClass(ExtensionContext context) {
        return context.getTestClass().isPresent()
                ? Optional.of(context)
                : context.getParent().flatMap(BudgetCheck::withTestClass);
    }

    /** A limit on a data source that nobody knows would be kept by each test. */
    private static Optional<AssertionFailedError> unknownDataSources(String unitOfWork, Budget budget) {
        Set<String> observed = AttachedDataSources.names();
        Set<String> unknown = budget.measures()
                .map(Measure::dataSource)
                .filter(name -> !name.isEmpty() && !observed.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(new AssertionFailedError(SetupText.unknownDataSources(unitOfWork, unknown, observed)));
    }

    private static Optional<AssertionFailedError> judge(Budget budget, Analysis analysis, List<String> failedFlushes) {
        Judgement judgement;
        try {
            judgement = Judgement.of(budget, analysis);
        } catch (IllegalArgumentException unknownSubject) {
            String text = analysis.recording().name() + ": " + unknownSubject.getMessage();
            return Optional.of(new AssertionFailedError(text, unknownSubject));
        }
        return failure(judgement, failedFlushes);
    }

    /** {@return the failure of a judgement that is not passed} */
    static Optional<AssertionFailedError> failure(Judgement judgement, List<String> failedFlushes) {
        if (judgement.isPassed()) {
            return Optional.empty();
        }
        String text = Report.failure(judgement, failedFlushes);
        List<Violation> violations = judgement.violations();
        return Optional.of(
                violations.isEmpty()
                        ? new AssertionFailedError(text)
                        : new AssertionFailedError(text, Report.expected(violations), Report.actual(violations)));
    }
}
