package io.querybudget.detection;

import io.querybudget.Association;
import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.Finding.Coverage;
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
        return batches.entrySet().stream()
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Finding finding(Association association, List<ExecutedStatement> batches) {
        ExecutedStatement first = batches.get(0);
        return new Finding(
                FindingIds.of(FindingKind.BATCHED, List.of(association), first),
                FindingKind.BATCHED,
                Verdict.INFO,
                List.of(association),
                batches.stream().map(ExecutedStatement::id).toList(),
                0,
                Coverage.NONE,
                first.origin().orElse(null),
                null,
                new Fix.None(),
                null);
    }
}
