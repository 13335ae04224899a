package io.querybudget.detection;

import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.Finding.Coverage;
import io.querybudget.FindingKind;
import io.querybudget.Materialised.Page;
import io.querybudget.ReadFix;
import io.querybudget.Verdict;
import io.querybudget.sql.SqlText;
import java.util.List;
import java.util.stream.Stream;

/** Finds queries that read more than the page they were asked for, which Hibernate then cut out in memory. */
final class InMemoryPaginationDetector {

    private InMemoryPaginationDetector() {}

    static List<Finding> findings(Statements statements) {
        return statements.all().stream()
                .flatMap(statement -> Stream.ofNullable(statement.materialised().page())
                        .filter(page -> page.size() > 0 || !isPaged(statement))
                        .map(page -> finding(statement, page)))
                .toList();
    }

    /** Without a size nothing tells how much too much was read, so only the SQL shows who skipped the first rows. */
    private static boolean isPaged(ExecutedStatement statement) {
        return SqlText.of(statement.sql()).isPaged();
    }

    private static Finding finding(ExecutedStatement statement, Page page) {
        return Waste.finding(
                FindingKind.IN_MEMORY_PAGINATION,
                page.size() > 0 ? Verdict.PROVEN : Verdict.LIKELY,
                List.of(statement),
                page.collections(),
                new Coverage(statement.rows(), page.size()),
                new ReadFix.PageInDatabase(page.collections()));
    }
}
