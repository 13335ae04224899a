package io.querybudget.detection;

import io.querybudget.ColumnValues;
import io.querybudget.ExecutedStatement;
import io.querybudget.sql.ColumnName;
import io.querybudget.sql.SqlText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One column of the results of one statement, or of all statements of an N+1, as a source of keys.
 *
 * @param name the column of the table, empty when the SQL does not tell it plainly
 * @param rowsByKey the first row of each key, in the order of the rows
 * @param isComplete whether all rows are remembered
 * @param isJoined whether it is several columns of one name, so that a row may hold several keys
 */
record KeySource(Optional<ColumnName> name, Map<String, SourceRow> rowsByKey, boolean isComplete, boolean isJoined) {

    private static final Comparator<SourceRow> ROWS =
            Comparator.comparing(SourceRow::statementId).thenComparing(SourceRow::row);

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
        rowsByColumn.forEach(
                (column, rows) -> sources.add(new KeySource(sql.resultColumn(column), rows, complete, false)));
        return sources;
    }

    /**
     * {@return columns of one result, and those of one name together}
     *
     * <p>A query that joins a table twice returns each of its columns twice, and Hibernate reads of them only what it does
     * not know yet: the keys of some rows by the one and those of others by the other.
     */
    static Stream<KeySource> withJoined(List<KeySource> columns) {
        Map<ColumnName, List<KeySource>> columnsByName = new LinkedHashMap<>();
        for (KeySource column : columns) {
            column.name()
                    .ifPresent(name -> columnsByName
                            .computeIfAbsent(name, unused -> new ArrayList<>())
                            .add(column));
        }
        return Stream.concat(
                columns.stream(),
                columnsByName.values().stream().filter(same -> same.size() > 1).map(KeySource::joined));
    }

    private static KeySource joined(List<KeySource> columns) {
        Map<String, SourceRow> rows = new LinkedHashMap<>();
        columns.stream()
                .flatMap(column -> column.rowsByKey().entrySet().stream())
                .sorted(Map.Entry.comparingByValue(ROWS))
                .forEach(entry -> rows.putIfAbsent(entry.getKey(), entry.getValue()));
        KeySource first = columns.get(0);
        return new KeySource(first.name(), rows, first.isComplete(), true);
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
        return new KeySource(name, rows, isComplete, isJoined);
    }

    /** {@return the keys in the order of their rows} */
    List<String> keys() {
        return List.copyOf(rowsByKey.keySet());
    }

    /** {@return those of some keys that can be looked for here: the first ones, when not all rows are remembered} */
    List<String> comparable(List<String> keys) {
        return isComplete ? keys : keys.subList(0, Math.min(keys.size(), keys().size()));
    }

    /** {@return whether known keys stand in the order of their rows; the columns of one row have none} */
    boolean areInOrder(List<String> keys) {
        List<SourceRow> rows = rowsOf(keys);
        return rows.equals(rows.stream().sorted(ROWS).toList());
    }

    /** {@return the rows of those keys that are known} */
    List<SourceRow> rowsOf(Collection<String> keys) {
        return keys.stream().map(rowsByKey::get).filter(Objects::nonNull).toList();
    }
}
