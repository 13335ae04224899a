package io.querybudget.recording;

import io.querybudget.ColumnValues;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The first key-like values of the first columns of one statement's results.
 *
 * <p>Written by the thread that reads the result, without locks because it is called for each value. A snapshot that
 * another thread takes meanwhile may miss the latest values.
 */
final class ResultKeys {

    private static final int MOST_ROWS = 64;
    private static final int MOST_COLUMNS = 32;
    private static final int LONGEST_TEXT = 64;

    private volatile @Nullable Object @Nullable [] @Nullable [] valuesByColumn = new @Nullable Object[0][];

    void remember(int column, long row, @Nullable Object value) {
        @Nullable Object @Nullable [] @Nullable [] columns = valuesByColumn;
        if (columns == null || row < 1 || row > MOST_ROWS || column > MOST_COLUMNS || !isKeyLike(value)) {
            return;
        }
        if (columns.length < column) {
            columns = Arrays.copyOf(columns, Math.min(Math.max(column, 8), MOST_COLUMNS));
            valuesByColumn = columns;
        }
        @Nullable Object[] values = columns[column - 1];
        if (values == null || values.length < row) {
            int capacity = (int) Math.min(MOST_ROWS, Math.max(4, row * 2));
            values = values == null ? new @Nullable Object[capacity] : Arrays.copyOf(values, capacity);
            columns[column - 1] = values;
        }
        values[(int) row - 1] = value;
    }

    /** Forgets all values, and those to come. */
    void close() {
        valuesByColumn = null;
    }

    /** {@return the values of the columns, of as many rows as were read} */
    List<ColumnValues> snapshot(long rows) {
        @Nullable Object @Nullable [] @Nullable [] columns = valuesByColumn;
        List<ColumnValues> snapshot = new ArrayList<>();
        for (int i = 0; columns != null && i < columns.length; i++) {
            @Nullable Object[] values = columns[i];
            if (values != null) {
                snapshot.add(new ColumnValues(
                        i + 1, Arrays.asList(Arrays.copyOf(values, (int) Math.min(values.length, rows)))));
            }
        }
        return snapshot;
    }

    private static boolean isKeyLike(@Nullable Object value) {
        return value instanceof Long
                || value instanceof Integer
                || (value instanceof String text && text.length() <= LONGEST_TEXT)
                || value instanceof UUID
                || value instanceof Short
                || value instanceof BigInteger
                || (value instanceof BigDecimal number && number.scale() <= 0);
    }
}
