package io.querybudget.recording;

import io.querybudget.ColumnValues;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The first key-like values of each column of one statement's results.
 *
 * <p>Safe for use by many threads.
 */
final class ResultKeys {

    private static final int MOST_ROWS = 200;
    private static final int MOST_COLUMNS = 16;
    private static final int LONGEST_TEXT = 64;

    private final Map<Integer, List<@Nullable Object>> valuesByColumn = new TreeMap<>();
    private boolean closed;

    synchronized void remember(int column, long row, @Nullable Object value) {
        if (closed || row < 1 || row > MOST_ROWS || !isKeyLike(value)) {
            return;
        }
        List<@Nullable Object> values = valuesByColumn.get(column);
        if (values == null) {
            if (valuesByColumn.size() == MOST_COLUMNS) {
                return;
            }
            values = new ArrayList<>();
            valuesByColumn.put(column, values);
        }
        while (values.size() < row) {
            values.add(null);
        }
        values.set((int) row - 1, value);
    }

    synchronized void close() {
        closed = true;
        valuesByColumn.clear();
    }

    synchronized List<ColumnValues> snapshot() {
        List<ColumnValues> columns = new ArrayList<>(valuesByColumn.size());
        valuesByColumn.forEach((column, values) -> columns.add(new ColumnValues(column, new ArrayList<>(values))));
        return columns;
    }

    private static boolean isKeyLike(@Nullable Object value) {
        return value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof UUID
                || value instanceof BigInteger
                || (value instanceof BigDecimal number && number.scale() <= 0)
                || (value instanceof String text && text.length() <= LONGEST_TEXT);
    }
}
