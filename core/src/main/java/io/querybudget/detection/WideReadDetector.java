package io.querybudget.detection;

import io.querybudget.Cause;
import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.Finding.Coverage;
import io.querybudget.FindingKind;
import io.querybudget.Materialised.Entities;
import io.querybudget.ReadFix;
import io.querybudget.Verdict;
import java.util.List;
import java.util.Set;

/**
 * Finds queries that read large objects, or very many columns, of entities that nobody modified afterwards.
 *
 * <p>Likely only: nothing tells whether the application used the values.
 */
final class WideReadDetector {

    /** One entity with a large object is often read for that object. */
    private static final int FEWEST_LARGE = 2;

    private static final int MOST_COLUMNS = 30;
    private static final int FEWEST_WITH_MANY_COLUMNS = 10;

    private WideReadDetector() {}

    static List<Finding> findings(Statements statements) {
        return statements.all().stream()
                .filter(statement -> statement.cause() instanceof Cause.Query)
                .flatMap(statement -> statement.materialised().entities().stream()
                        .filter(WideReadDetector::isWide)
                        .filter(entities -> !isWrittenAfter(statement, statements))
                        .limit(1)
                        .map(entities -> finding(statement, entities)))
                .toList();
    }

    private static boolean isWide(Entities entities) {
        return entities.large() >= FEWEST_LARGE
                || (entities.columns() > MOST_COLUMNS && entities.count() >= FEWEST_WITH_MANY_COLUMNS);
    }

    /** {@return whether a later write may have been to the entities that a query read} */
    private static boolean isWrittenAfter(ExecutedStatement query, Statements statements) {
        Set<String> tables = query.tables().named();
        return statements
                .writes()
                .filter(statement -> statement.id() > query.id())
                .map(statement -> statement.tables().written())
                .anyMatch(written -> written == null || tables.contains(written));
    }

    private static Finding finding(ExecutedStatement statement, Entities entities) {
        return Waste.finding(
                FindingKind.WIDE_READ,
                Verdict.LIKELY,
                List.of(statement),
                List.of(),
                new Coverage(statement.rows(), 0),
                new ReadFix.ReadFewerColumns(entities.entityName(), entities.large() >= FEWEST_LARGE));
    }
}
