package io.querybudget.detection;

import io.querybudget.CallSite;
import io.querybudget.ConnectionFix;
import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.Finding.Coverage;
import io.querybudget.FindingKind;
import io.querybudget.FixLocation;
import io.querybudget.Recording;
import io.querybudget.StatementKind;
import io.querybudget.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notes reads of one method that ran outside any transaction, each on a connection of its own.
 *
 * <p>No defect for certain: they may have nothing to do with each other. What other findings are about is left out, and what
 * a test asks for itself; a method that a test calls twice is not one that reads twice. So is what other threads do, which
 * share no transaction.
 */
final class SeparateReadsDetector {

    /** What may be done in one transaction: the reads below one method, called by one line of a test if by any. */
    private record Caller(String dataSource, String thread, List<CallSite> ofTest, String method) {}

    /** What was asked; parameters are compared, never printed. */
    private record Question(String sql, List<@Nullable Object> parameters) {}

    private final TestCode test;

    private SeparateReadsDetector(TestCode test) {
        this.test = test;
    }

    /**
     * {@return a finding for each method}
     *
     * @param explained the ids of the statements that other findings are about
     */
    static List<Finding> findings(Recording recording, Statements statements, Set<Long> explained) {
        SeparateReadsDetector detector = new SeparateReadsDetector(TestCode.of(recording));
        Map<Caller, List<ExecutedStatement>> reads = new LinkedHashMap<>();
        statements.all().stream()
                .filter(SeparateReadsDetector::isOutsideTransactions)
                .filter(statement -> !explained.contains(statement.id()))
                .forEach(statement -> detector.caller(statement)
                        .ifPresent(caller -> reads.computeIfAbsent(caller, unused -> new ArrayList<>())
                                .add(statement)));
        return reads.entrySet().stream()
                .flatMap(entry -> detector.of(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    private static boolean isOutsideTransactions(ExecutedStatement statement) {
        return statement.kind() == StatementKind.SELECT
                && statement.execution().transaction().isAutoCommit()
                && !statement.execution().failed()
                && !statement.execution().isCarried();
    }

    /** {@return what called for a statement, empty when the test itself did} */
    private Optional<Caller> caller(ExecutedStatement statement) {
        List<CallSite> path = outermostFirst(statement);
        List<CallSite> application = applicationFrames(path);
        return application.isEmpty()
                ? Optional.empty()
                : Optional.of(new Caller(
                        statement.execution().dataSource(),
                        statement.execution().thread(),
                        path.subList(0, path.size() - application.size()),
                        application.get(0).withoutLine()));
    }

    private static List<CallSite> outermostFirst(ExecutedStatement statement) {
        List<CallSite> path = new ArrayList<>(statement.callPath());
        Collections.reverse(path);
        return path;
    }

    /** {@return the frames inside the innermost one of the test} */
    private List<CallSite> applicationFrames(List<CallSite> outermostFirst) {
        int first = outermostFirst.size();
        while (first > 0 && !test.holds(outermostFirst.get(first - 1))) {
            first--;
        }
        return outermostFirst.subList(first, outermostFirst.size());
    }

    private Optional<Finding> of(Caller caller, List<ExecutedStatement> all) {
        List<ExecutedStatement> reads = caller.ofTest().isEmpty() ? all : ofDifferentLines(all);
        long connections = reads.stream()
                .map(read -> read.execution().transaction().connection())
                .distinct()
                .count();
        return connections < 2 ? Optional.empty() : Optional.of(finding(reads));
    }

    /** {@return the first read of each call path: a loop may be one of the test} */
    private static List<ExecutedStatement> ofDifferentLines(List<ExecutedStatement> reads) {
        Map<List<CallSite>, ExecutedStatement> byPath = new LinkedHashMap<>();
        reads.forEach(read -> byPath.putIfAbsent(read.callPath(), read));
        return List.copyOf(byPath.values());
    }

    private Finding finding(List<ExecutedStatement> reads) {
        long questions = reads.stream()
                .map(read -> new Question(read.sql(), read.provenance().parameters()))
                .distinct()
                .count();
        CallSite method = commonMethod(reads);
        return new Finding(
                FindingIds.of(FindingKind.SEPARATE_READS, "reads", List.of(method)),
                FindingKind.SEPARATE_READS,
                Verdict.INFO,
                List.of(),
                reads.stream().map(ExecutedStatement::id).toList(),
                0,
                Coverage.NONE,
                method,
                new FixLocation(null, method),
                new ConnectionFix.ReadInTransaction((int) (reads.size() - questions)),
                null);
    }

    /** {@return the innermost method that all reads have in common, at the line of the first read} */
    private CallSite commonMethod(List<ExecutedStatement> reads) {
        List<List<CallSite>> paths = reads.stream()
                .map(read -> applicationFrames(outermostFirst(read)))
                .toList();
        List<CallSite> first = paths.get(0);
        int depth = 0;
        while (depth + 1 < first.size() && sharesCall(paths, depth) && sharesMethod(paths, depth + 1)) {
            depth++;
        }
        return first.get(depth);
    }

    private static boolean sharesCall(List<List<CallSite>> paths, int depth) {
        return paths.stream().map(path -> path.get(depth)).distinct().count() == 1;
    }

    private static boolean sharesMethod(List<List<CallSite>> paths, int depth) {
        return paths.stream().allMatch(path -> path.size() > depth)
                && paths.stream()
                                .map(path -> path.get(depth).withoutLine())
                                .distinct()
                                .count()
                        == 1;
    }
}
