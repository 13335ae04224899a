package io.querybudget.detection;

import io.querybudget.CallSite;
import io.querybudget.Cause;
import io.querybudget.Cause.EntityLoad.Reason;
import io.querybudget.ExecutedStatement;
import io.querybudget.ExecutedStatement.Transaction;
import io.querybudget.Finding;
import io.querybudget.FindingKind;
import io.querybudget.LookUpFix;
import io.querybudget.LookUpFix.AskOnce.Answer;
import io.querybudget.StatementKind;
import io.querybudget.Verdict;
import io.querybudget.sql.SqlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds selects that were executed again with the same parameters, although nothing could have changed the answer: same
 * transaction, no write to their tables in between, no lock and no refresh asked for.
 */
final class DuplicateDetector {

    private record Question(
            String sql, List<@Nullable Object> parameters, Transaction transaction, List<CallSite> callPath) {}

    private DuplicateDetector() {}

    static List<Finding> findings(Statements statements) {
        Map<Question, List<ExecutedStatement>> open = new LinkedHashMap<>();
        List<List<ExecutedStatement>> runs = new ArrayList<>();
        for (ExecutedStatement statement : statements.all()) {
            if (statement.kind() == StatementKind.SELECT) {
                ask(statement, open, runs);
            } else if (statement.kind().isCounted()) {
                String written = statement.tables().written();
                open.keySet().removeIf(question -> written == null || reads(question, written));
            }
        }
        return runs.stream()
                .filter(run -> run.size() > 1)
                .map(run -> Waste.finding(
                        FindingKind.DUPLICATE, Verdict.LIKELY, run, new LookUpFix.AskOnce(answer(run, statements))))
                .toList();
    }

    private static Answer answer(List<ExecutedStatement> run, Statements statements) {
        ExecutedStatement last = run.get(run.size() - 1);
        if (last.cause() instanceof Cause.EntityLoad) {
            return run.stream().allMatch(statement -> statement.rows() == 0) ? Answer.ABSENCE : Answer.FORGOTTEN;
        }
        if (last.cause() instanceof Cause.CollectionLoad) {
            return Answer.FORGOTTEN;
        }
        if (run.stream().allMatch(statement -> isCountOfPage(statement, statements))) {
            return Answer.PAGE_COUNT;
        }
        return last.provenance().managedBefore() > 0 ? Answer.MANAGED_ENTITIES : Answer.RESULT;
    }

    /** {@return whether a repository method counted the rows of which it had read a page just before} */
    private static boolean isCountOfPage(ExecutedStatement count, Statements statements) {
        String method = count.repositoryMethod();
        boolean isCount = count.cause() instanceof Cause.Query && new QueryText(count.sql(), true).isCount();
        if (method == null || !isCount) {
            return false;
        }
        return statements
                .queryBefore(count)
                .filter(page -> method.equals(page.repositoryMethod()))
                .filter(page -> SqlText.of(page.sql()).isPaged())
                .isPresent();
    }

    private static void ask(
            ExecutedStatement statement,
            Map<Question, List<ExecutedStatement>> open,
            List<List<ExecutedStatement>> runs) {
        List<@Nullable Object> parameters = statement.provenance().parameters();
        boolean isComparable = parameters.stream().allMatch(DuplicateDetector::isComparable);
        if (!isComparable || isWantedAgain(statement)) {
            return;
        }
        Question question =
                new Question(statement.sql(), parameters, statement.execution().transaction(), statement.callPath());
        open.computeIfAbsent(question, unused -> {
                    List<ExecutedStatement> run = new ArrayList<>();
                    runs.add(run);
                    return run;
                })
                .add(statement);
    }

    private static boolean isWantedAgain(ExecutedStatement statement) {
        return SqlText.of(statement.sql()).isLockingRead()
                || (statement.cause() instanceof Cause.EntityLoad load && load.reason() == Reason.REFRESH);
    }

    private static boolean isComparable(@Nullable Object parameter) {
        return parameter == null || parameter instanceof Comparable;
    }

    private static boolean reads(Question question, String table) {
        Set<String> tables = SqlText.of(question.sql()).tables();
        return tables.isEmpty() || tables.contains(table);
    }
}
