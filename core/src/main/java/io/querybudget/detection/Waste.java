package io.querybudget.detection;

import io.querybudget.Association;
import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.Finding.Coverage;
import io.querybudget.FindingKind;
import io.querybudget.Fix;
import io.querybudget.FixLocation;
import io.querybudget.Verdict;
import java.util.List;

/** Makes findings about statements that stand for themselves, without a parent: the place to change is their own. */
final class Waste {

    private Waste() {}

    static Finding finding(FindingKind kind, Verdict verdict, List<ExecutedStatement> statements, Fix fix) {
        long rows = statements.stream().mapToLong(ExecutedStatement::rows).sum();
        List<Association> associations =
                statements.get(0).cause().association().stream().toList();
        return finding(kind, verdict, statements, associations, new Coverage(rows, 0), fix);
    }

    static Finding finding(
            FindingKind kind,
            Verdict verdict,
            List<ExecutedStatement> statements,
            List<Association> associations,
            Coverage coverage,
            Fix fix) {
        ExecutedStatement first = statements.get(0);
        return new Finding(
                FindingIds.of(kind, associations, first),
                kind,
                verdict,
                associations,
                statements.stream().map(ExecutedStatement::id).toList(),
                0,
                coverage,
                first.origin().orElse(null),
                FixLocation.of(first),
                fix,
                null);
    }
}
