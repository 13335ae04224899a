package io.querybudget.detection;

import io.querybudget.ExecutedStatement;
import io.querybudget.sql.ColumnName;
import io.querybudget.sql.SqlText;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Knows results whose rows hold several keys in several columns, which are as many in any row. */
final class KeysInRows {

    private final Statements statements;

    KeysInRows(Statements statements) {
        this.statements = statements;
    }

    /** {@return whether one row of an earlier result holds all keys that were looked up} */
    boolean areInOne(Repetition repetition, KeyColumn lookedUp) {
        return areInOne(repetition, lookedUp, (statement, column) -> true);
    }

    /** {@return the same of rows that hold them in columns of one name, as of a table that is joined more than once} */
    boolean areInOne(Repetition repetition, KeyColumn lookedUp, ColumnName name) {
        return areInOne(
                repetition,
                lookedUp,
                (statement, column) ->
                        SqlText.of(statement.sql()).resultColumn(column).equals(Optional.of(name)));
    }

    private boolean areInOne(
            Repetition repetition, KeyColumn lookedUp, BiPredicate<ExecutedStatement, Integer> columns) {
        Set<String> keys = Set.copyOf(lookedUp.distinct());
        return statements.all().stream()
                .filter(statement -> statement.id() < repetition.first().id())
                .filter(statement -> statement.provenance().columns().size() >= keys.size())
                .anyMatch(statement ->
                        StatementKeys.rowsOf(statement, column -> columns.test(statement, column)).stream()
                                .anyMatch(row -> row.containsAll(keys)));
    }
}
