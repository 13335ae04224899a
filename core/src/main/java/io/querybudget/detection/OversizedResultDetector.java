package io.querybudget.detection;

import io.querybudget.Finding;
import io.querybudget.FindingKind;
import io.querybudget.Fix;
import io.querybudget.Verdict;
import java.util.List;

/** Finds statements that returned more rows than a unit of work usually has a use for. */
final class OversizedResultDetector {

    /** The most rows that one statement may return without a finding. */
    private static final long MOST_ROWS = 1_000;

    private OversizedResultDetector() {}

    static List<Finding> findings(Statements statements) {
        return statements.all().stream()
                .filter(statement -> statement.rows() > MOST_ROWS)
                .map(statement -> Waste.finding(
                        FindingKind.OVERSIZED_RESULT, Verdict.LIKELY, List.of(statement), new Fix.ReadFewerRows()))
                .toList();
    }
}
