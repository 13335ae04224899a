package io.querybudget.junit;

import io.querybudget.Budget;
import io.querybudget.FindingKind;
import io.querybudget.Limits;
import io.querybudget.Reaction;
import io.querybudget.Rules;
import io.querybudget.detection.Detection;
import io.querybudget.recording.UnitOfWork;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.AbstractAssert;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/**
 * Asserts what a unit of work executed; each assertion looks at a new snapshot.
 *
 * <p>Each fails when it cannot know: when no data source is observed, or when statements could not be counted.
 */
public final class UnitOfWorkAssert extends AbstractAssert<UnitOfWorkAssert, UnitOfWork> {

    private static final Rules ONLY_N_PLUS_ONE =
            Rules.WARNING.overriddenBy(Rules.DEFAULT.with(Reaction.FAIL, Set.of(FindingKind.N_PLUS_ONE)));

    UnitOfWorkAssert(UnitOfWork actual) {
        super(actual, UnitOfWorkAssert.class);
    }

    /** Verifies that exactly this many statements ran. */
    public UnitOfWorkAssert executed(int statements) {
        return executed(Limits.limits().statements(statements));
    }

    /** Verifies that exactly these numbers were reached. */
    public UnitOfWorkAssert executed(Limits limits) {
        return satisfies(Budget.exactly(limits).with(Rules.WARNING));
    }

    /** Verifies that at most this many statements ran. */
    public UnitOfWorkAssert executedAtMost(int statements) {
        return executedAtMost(Limits.limits().statements(statements));
    }

    /** Verifies that these numbers were not exceeded. */
    public UnitOfWorkAssert executedAtMost(Limits limits) {
        return satisfies(Budget.atMost(limits).with(Rules.WARNING));
    }

    /** Verifies that no statement returned more rows than this. */
    public UnitOfWorkAssert returnedAtMostRows(long rows) {
        return executedAtMost(Limits.limits().rows(rows));
    }

    /** Verifies that no N+1 is proven; a likely one is let pass. */
    public UnitOfWorkAssert hasNoNPlusOne() {
        return satisfies(Budget.UNLIMITED.with(ONLY_N_PLUS_ONE));
    }

    private UnitOfWorkAssert satisfies(Budget budget) {
        isNotNull();
        Optional<ExtensionContext> test = RunningTest.current().map(RunningTest::context);
        BudgetCheck.failure(budget, Detection.analyse(actual.recording()), List.of(), test)
                .ifPresent(this::fail);
        return this;
    }

    private void fail(AssertionFailedError failure) {
        if (failure.isExpectedDefined()) {
            failWithActualExpectedAndMessage(
                    failure.getActual().getValue(), failure.getExpected().getValue(), "%s", failure.getMessage());
        }
        failWithMessage("%s", failure.getMessage());
    }
}
