package io.querybudget.detection;

import io.querybudget.ColumnValues;
import io.querybudget.ExecutedStatement;
import io.querybudget.sql.ColumnName;
import io.querybudget.sql.SqlText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One column of the results of one statement, or of all statements of an N+1, as a source of keys.
 *
 * @param name the column of the table, empty when the SQL does not tell it plainly
 * @param rowsByKey the first row of each key, in the order of the rows
 * @param isComplete whether all rows are remembered
 */
record KeySource(Optional<ColumnName> name, Map<String, SourceRow> rowsByKey, boolean isComplete) {

    /** {@return the columns that the application read of the results of some statements of one shape} */
    static List<KeySource> of(List<ExecutedStatement> statements) {
        Map<Integer, Map<String, SourceRow>> rowsByColumn = new LinkedHashMap<>();
        boolean isComplete = true;
        for (ExecutedStatement statement : statements) {
            for (ColumnValues column : statement.provenance().columns()) {
                Map<String, SourceRow> rows =
                        rowsByColumn.computeIfAbsent(column.column(), unused -> new LinkedHashMap<>());
                collect(statement, column.values(), rows);
                isComplete &= column.values().size() >= statement.rows();
            }
        }
        SqlText sql = SqlText.of(statements.get(0).sql());
        List<KeySource> sources = new ArrayList<>();
        boolean complete = isComplete;
        rowsByColumn.forEach((column, rows) -> sources.add(new KeySource(sql.resultColumn(column), rows, complete)));
        return sources;
    }

    private static void collect(
            ExecutedStatement statement, List<@Nullable Object> values, Map<String, SourceRow> rows) {
        for (int i = 0; i < values.size(); i++) {
            String key = StatementKeys.canonical(values.get(i));
            if (key != null) {
                rows.putIfAbsent(key, new SourceRow(statement.id(), i + 1L, statement.rows()));
            }
        }
    }

    /** {@return the same rows by what texts begin with that begin with a key} */
    KeySource ofBeginnings() {
        Map<String, SourceRow> rows = new LinkedHashMap<>();
        rowsByKey.forEach((key, row) -> rows.putIfAbsent(StatementKeys.beginning(key), row));
        return new KeySource(name, rows, isComplete);
    }

    /** {@return the keys in the order of their rows} */
    List<String> keys() {
        return List.copyOf(rowsByKey.keySet());
    }

    /** {@return the rows of those keys that are known} */
    List<SourceRow> rowsOf(Collection<String> keys) {
        return keys.stream().map(rowsByKey::get).filter(Objects::nonNull).toList();
    }
}
