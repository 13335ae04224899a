package io.querybudget.junit;

import io.querybudget.Analysis;
import io.querybudget.Budget;
import io.querybudget.FindingKind;
import io.querybudget.Judgement;
import io.querybudget.Measure;
import io.querybudget.Violation;
import io.querybudget.detection.Detection;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.report.Report;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Asserts what a unit of work executed; each assertion looks at a new snapshot.
 *
 * <p>Each fails when it cannot know: when no data source is observed, or when statements could not be counted.
 */
public final class UnitOfWorkAssert extends AbstractAssert<UnitOfWorkAssert, UnitOfWork> {

    UnitOfWorkAssert(UnitOfWork actual) {
        super(actual, UnitOfWorkAssert.class);
    }

    /** Verifies that exactly this many statements ran. */
    public UnitOfWorkAssert executed(int statements) {
        return limited(exactly(Measure.STATEMENTS, statements));
    }

    /** Verifies that at most this many statements ran. */
    public UnitOfWorkAssert executedAtMost(int statements) {
        return limited(Budget.atMost(statements));
    }

    /** Verifies that exactly this many selects ran. */
    public UnitOfWorkAssert selects(int statements) {
        return limited(exactly(Measure.SELECTS, statements));
    }

    /** Verifies that exactly this many inserts ran. */
    public UnitOfWorkAssert inserts(int statements) {
        return limited(exactly(Measure.INSERTS, statements));
    }

    /** Verifies that exactly this many updates ran. */
    public UnitOfWorkAssert updates(int statements) {
        return limited(exactly(Measure.UPDATES, statements));
    }

    /** Verifies that exactly this many deletes ran. */
    public UnitOfWorkAssert deletes(int statements) {
        return limited(exactly(Measure.DELETES, statements));
    }

    /** Verifies that no statement returned more rows than this. */
    public UnitOfWorkAssert returnedAtMostRows(long rows) {
        return limited(Budget.UNLIMITED.with(Measure.ROWS, rows));
    }

    /** Verifies that no N+1 is proven; a likely one is let pass. */
    public UnitOfWorkAssert hasNoNPlusOne() {
        Judgement judgement = judge(Budget.UNLIMITED);
        return verify(new Judgement(
                judgement.budget(),
                judgement.analysis(),
                List.of(),
                judgement.refused().stream()
                        .filter(finding -> finding.kind() == FindingKind.N_PLUS_ONE)
                        .toList(),
                judgement.uncounted()));
    }

    private UnitOfWorkAssert limited(Budget budget) {
        Judgement judgement = judge(budget);
        return verify(
                new Judgement(budget, judgement.analysis(), judgement.violations(), List.of(), judgement.uncounted()));
    }

    private Judgement judge(Budget budget) {
        isNotNull();
        Analysis analysis = Detection.analyse(actual.recording());
        return Judgement.of(budget, analysis);
    }

    private UnitOfWorkAssert verify(Judgement judgement) {
        Optional<ExtensionContext> test = RunningTest.current().map(RunningTest::context);
        if (BudgetCheck.isOff(test)) {
            return this;
        }
        BudgetCheck.blindness(actual.name(), test).ifPresent(failure -> failWithMessage("%s", failure.getMessage()));
        if (judgement.isPassed()) {
            return this;
        }
        String text = Report.failure(judgement);
        Optional<Violation> violation = judgement.violations().stream().findFirst();
        if (violation.isPresent()) {
            failWithActualExpectedAndMessage(
                    violation.get().actual(), violation.get().limit(), "%s", text);
        }
        failWithMessage("%s", text);
        return this;
    }

    private static Budget exactly(Measure measure, int statements) {
        return new Budget(Map.of(measure, (long) statements), true, "", List.of());
    }
}
