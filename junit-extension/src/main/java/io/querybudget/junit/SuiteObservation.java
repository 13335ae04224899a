package io.querybudget.junit;

import io.querybudget.Analysis;
import io.querybudget.Ruling;
import io.querybudget.SuiteSummary;
import io.querybudget.TestSummary;
import io.querybudget.detection.Detection;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Collects what the tests of a suite executed.
 *
 * <p>Tests that {@link QueryBudgetExtension} runs tell it themselves; for others a unit of work is opened here, which holds
 * what prepares the test as well. Safe for use by many threads.
 */
final class SuiteObservation {

    private static volatile @Nullable SuiteObservation current;

    private final @Nullable SuiteObservation outer;
    private final List<TestSummary> tests = new ArrayList<>();
    private final Set<String> extended = ConcurrentHashMap.newKeySet();
    private final Map<String, UnitScope> scopes = new ConcurrentHashMap<>();

    private SuiteObservation(@Nullable SuiteObservation outer) {
        this.outer = outer;
    }

    /** Begins to collect; a suite that a test runs has its own observation. */
    static SuiteObservation begin() {
        SuiteObservation begun = new SuiteObservation(current);
        current = begun;
        return begun;
    }

    /** {@return the observation that goes on} */
    static Optional<SuiteObservation> current() {
        return Optional.ofNullable(current);
    }

    /** {@return what was collected; nothing is collected any more} */
    synchronized SuiteSummary end() {
        current = outer;
        return new SuiteSummary(tests);
    }

    /** Notes a test that ended. */
    synchronized void note(TestSummary test) {
        tests.add(test);
    }

    /** Opens a unit of work on the thread of a test, which the extension may not see. */
    void open(String testId, String name) {
        scopes.put(testId, UnitScope.open(UnitOfWork.Kind.TEST, name));
    }

    /** Leaves a test to the extension, which sees it after all. */
    void leave(String testId) {
        extended.add(testId);
        UnitScope scope = scopes.remove(testId);
        if (scope != null) {
            scope.close();
        }
    }

    /** {@return whether the extension runs a test} */
    boolean isExtended(String testId) {
        return extended.contains(testId);
    }

    /** Notes a test that ended without the extension. */
    void close(String testId, String testClass) {
        UnitScope scope = scopes.remove(testId);
        if (scope != null) {
            scope.close();
            Analysis analysis = Detection.analyse(scope.unit().recording());
            note(TestSummary.of(testClass, analysis, false, true, Ruling.NONE));
        }
    }
}
