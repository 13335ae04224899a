package io.querybudget.detection;

import io.querybudget.Finding;
import io.querybudget.FindingKind;
import io.querybudget.ReadFix;
import io.querybudget.Verdict;
import java.util.List;

/** Finds statements that returned more rows than a unit of work usually has a use for. */
final class OversizedResultDetector {

    private OversizedResultDetector() {}

    static List<Finding> findings(Statements statements, long rowLimit) {
        return statements.all().stream()
                .filter(statement -> statement.rows() > rowLimit)
                .map(statement -> Waste.finding(
                        FindingKind.OVERSIZED_RESULT, Verdict.LIKELY, List.of(statement), new ReadFix.ReadFewerRows()))
                .toList();
    }
}
