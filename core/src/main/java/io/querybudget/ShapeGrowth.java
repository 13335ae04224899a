package io.querybudget;

import java.util.List;

/**
 * How often one shape ran for each number of rows.
 *
 * @param statements those of the largest run that has any, at least one
 * @param counts how many statements there were in each run
 * @param growth how the counts grow
 */
public record ShapeGrowth(List<ExecutedStatement> statements, List<Integer> counts, Growth growth) {

    /** Copies the lists. */
    public ShapeGrowth {
        statements = List.copyOf(statements);
        counts = List.copyOf(counts);
    }

    /** {@return whether a finding names any of the statements} */
    public boolean isIn(Finding finding) {
        return statements.stream().anyMatch(statement -> finding.statementIds().contains(statement.id()));
    }
}
