package io.querybudget.detection;

import io.querybudget.Association;
import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.FindingKind;
import io.querybudget.Fix;
import io.querybudget.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Notes the associations that were loaded for several owners at once: not a defect, but worth knowing in a report. */
final class BatchedLoadDetector {

    private BatchedLoadDetector() {}

    static List<Finding> findings(Statements statements) {
        Map<Association, List<ExecutedStatement>> batches = statements.all().stream()
                .filter(statement -> statement.cause().isBatched())
                .filter(statement -> statement.cause().association().isPresent())
                .collect(Collectors.groupingBy(
                        statement -> statement.cause().association().orElseThrow(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return batches.values().stream()
                .map(loads -> Waste.finding(FindingKind.BATCHED, Verdict.INFO, loads, new Fix.None()))
                .toList();
    }
}
