package io.querybudget.detection;

import io.querybudget.Cause;
import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.FindingKind;
import io.querybudget.Fix;
import io.querybudget.StatementKind;
import io.querybudget.Verdict;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds writes of one shape that one call path sent one by one. */
final class UnbatchedWritesDetector {

    private static final int MANY = 3;
    private static final Set<StatementKind> WRITES =
            EnumSet.of(StatementKind.INSERT, StatementKind.UPDATE, StatementKind.DELETE, StatementKind.MERGE);

    private UnbatchedWritesDetector() {}

    static List<Finding> findings(Statements statements) {
        Map<CodePlace, List<ExecutedStatement>> writes = statements.all().stream()
                .filter(statement -> WRITES.contains(statement.kind()))
                .filter(statement -> statement.execution().batchSize() == 1)
                .collect(Collectors.groupingBy(
                        statement -> new CodePlace(statement.shape(), statement.callPath()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return writes.values().stream()
                .filter(run -> run.size() >= MANY)
                .map(run -> Waste.finding(
                        FindingKind.UNBATCHED_WRITES,
                        Verdict.LIKELY,
                        run,
                        new Fix.BatchWrites(
                                !(run.get(0).cause() instanceof Cause.Unknown), areInterleaved(run, statements))))
                .toList();
    }

    private static boolean areInterleaved(List<ExecutedStatement> run, Statements statements) {
        long first = run.get(0).id();
        long last = run.get(run.size() - 1).id();
        return statements.all().stream()
                .filter(statement -> statement.id() > first && statement.id() < last)
                .filter(statement -> WRITES.contains(statement.kind()))
                .anyMatch(statement -> !statement.shape().equals(run.get(0).shape()));
    }
}
