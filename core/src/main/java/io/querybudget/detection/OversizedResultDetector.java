package io.querybudget.detection;

import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.Finding.Coverage;
import io.querybudget.FindingKind;
import io.querybudget.Fix;
import io.querybudget.FixLocation;
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
                .map(OversizedResultDetector::finding)
                .toList();
    }

    private static Finding finding(ExecutedStatement statement) {
        return new Finding(
                FindingIds.of(FindingKind.OVERSIZED_RESULT, List.of(), statement),
                FindingKind.OVERSIZED_RESULT,
                Verdict.LIKELY,
                statement.cause().association().stream().toList(),
                List.of(statement.id()),
                0,
                new Coverage(statement.rows(), 0),
                statement.origin().orElse(null),
                new FixLocation(statement.repositoryMethod(), statement.origin().orElse(null)),
                new Fix.ReadFewerRows(),
                null);
    }
}
