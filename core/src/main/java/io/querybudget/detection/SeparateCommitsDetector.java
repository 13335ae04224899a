package io.querybudget.detection;

import io.querybudget.ConnectionFix;
import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.FindingKind;
import io.querybudget.Recording;
import io.querybudget.StatementKind;
import io.querybudget.Verdict;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds writes of one unit of work to one data source that each commit by themselves, so that a failure between them leaves
 * half of the work.
 */
final class SeparateCommitsDetector {

    private static final Set<StatementKind> WRITES =
            EnumSet.of(StatementKind.INSERT, StatementKind.UPDATE, StatementKind.DELETE, StatementKind.MERGE);

    private record Writer(String dataSource, String thread) {}

    private SeparateCommitsDetector() {}

    static List<Finding> findings(Recording recording, Statements statements) {
        TestCode test = TestCode.of(recording);
        Map<Writer, List<ExecutedStatement>> byWriter = statements.all().stream()
                .filter(statement -> WRITES.contains(statement.kind()))
                .filter(statement -> statement.execution().transaction().isAutoCommit()
                        && !statement.execution().failed()
                        && !statement.execution().isAdopted())
                .filter(statement -> !test.begins(statement.callPath()))
                .collect(Collectors.groupingBy(
                        statement -> new Writer(
                                statement.execution().dataSource(),
                                statement.execution().thread()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byWriter.values().stream()
                .filter(writes -> writes.size() > 1)
                .map(writes -> Waste.finding(
                        FindingKind.SEPARATE_COMMITS, Verdict.LIKELY, writes, new ConnectionFix.WriteInTransaction()))
                .toList();
    }
}
