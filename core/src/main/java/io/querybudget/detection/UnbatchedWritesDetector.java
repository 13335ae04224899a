package io.querybudget.detection;

import io.querybudget.Cause;
import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.FindingKind;
import io.querybudget.Fix;
import io.querybudget.Recording;
import io.querybudget.StatementKind;
import io.querybudget.Verdict;
import io.querybudget.WriteFix;
import io.querybudget.WriteFix.BatchWrites.Hindrance;
import io.querybudget.sql.ColumnName;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds writes of one shape that one call path sent one by one.
 *
 * <p>What a fixture left to be written is not of that path, and the few rows that a test writes itself are its arrangement.
 */
final class UnbatchedWritesDetector {

    private static final int MANY = 3;

    /** More than a test writes to have something to look at. */
    private static final int MANY_OF_A_TEST = 10;

    private static final Set<StatementKind> WRITES =
            EnumSet.of(StatementKind.INSERT, StatementKind.UPDATE, StatementKind.DELETE, StatementKind.MERGE);

    private UnbatchedWritesDetector() {}

    static List<Finding> findings(Recording recording, Statements statements) {
        TestCode test = TestCode.of(recording);
        Map<CodePlace, List<ExecutedStatement>> writes = statements.all().stream()
                .filter(statement -> WRITES.contains(statement.kind()))
                .filter(statement -> statement.execution().batchSize() == 1)
                .filter(statement -> !recording.sessions().prepared().contains(statement.id()))
                .collect(Collectors.groupingBy(
                        statement -> new CodePlace(statement.shape(), statement.callPath()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return writes.values().stream()
                .filter(run -> run.size() >= (test.begins(run.get(0).callPath()) ? MANY_OF_A_TEST : MANY))
                .filter(run -> !areChunks(run) && !areReadInTurn(run, statements) && !areOfOneRow(run))
                .map(run -> Waste.finding(FindingKind.UNBATCHED_WRITES, Verdict.LIKELY, run, fix(run, statements)))
                .toList();
    }

    private static boolean areChunks(List<ExecutedStatement> run) {
        return KeyColumn.areChunks(run.stream().map(StatementKeys::of).toList());
    }

    /**
     * {@return whether code without Hibernate reads the table before each further write, so that none can wait for the
     * others: a worker that takes the next row and marks it}
     */
    private static boolean areReadInTurn(List<ExecutedStatement> run, Statements statements) {
        if (!(run.get(0).cause() instanceof Cause.Unknown)) {
            return false;
        }
        String written = run.get(0).tables().written();
        NavigableSet<Long> reads = statements.all().stream()
                .filter(statement -> statement.kind() == StatementKind.SELECT)
                .filter(statement ->
                        written != null && statement.tables().named().contains(written))
                .map(ExecutedStatement::id)
                .collect(Collectors.toCollection(TreeSet::new));
        return IntStream.range(1, run.size()).allMatch(i -> {
            Long read = reads.higher(run.get(i - 1).id());
            return read != null && read < run.get(i).id();
        });
    }

    /** {@return whether code without Hibernate tries the same again, such as to get a lock, so that none can wait for the others} */
    private static boolean areOfOneRow(List<ExecutedStatement> run) {
        List<Map<ColumnName, Set<String>>> keys = run.stream()
                .map(write -> StatementKeys.of(write).keysByColumn())
                .distinct()
                .toList();
        return run.get(0).cause() instanceof Cause.Unknown
                && keys.size() == 1
                && !keys.get(0).isEmpty();
    }

    private static Fix fix(List<ExecutedStatement> run, Statements statements) {
        return run.get(0).cause() instanceof Cause.Query
                ? LookUpAdvisor.forAllKeys(run)
                : new WriteFix.BatchWrites(hindrance(run, statements));
    }

    private static Hindrance hindrance(List<ExecutedStatement> run, Statements statements) {
        ExecutedStatement first = run.get(0);
        if (first.cause() instanceof Cause.ImmediateInsert) {
            return Hindrance.IDENTITY;
        }
        if (!(first.cause() instanceof Cause.Flush flush)) {
            return Hindrance.PLAIN_JDBC;
        }
        if (areAllDifferent(run, statement -> statement.execution().transaction())) {
            return Hindrance.TRANSACTION_EACH;
        }
        if (areAllDifferent(run, ExecutedStatement::cause)) {
            return flush.isAutomatic() ? Hindrance.QUERY_AFTER_EACH : Hindrance.FLUSH_EACH;
        }
        if (!areInterleaved(run, statements)) {
            return Hindrance.NO_BATCH_SIZE;
        }
        return first.kind() == StatementKind.DELETE ? Hindrance.INTERLEAVED_DELETES : Hindrance.INTERLEAVED;
    }

    private static boolean areAllDifferent(List<ExecutedStatement> run, Function<ExecutedStatement, Object> aspect) {
        return run.stream().map(aspect).distinct().count() == run.size();
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
