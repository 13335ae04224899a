package io.querybudget.recording;

import io.querybudget.ColumnValues;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The key-like values of the first rows and columns of one statement's results.
 *
 * <p>Written by the thread that reads the result, without locks because that happens for each value. A snapshot that
 * another thread takes meanwhile may miss the latest values.
 */
final class ResultKeys {

    private static final int MOST_ROWS = 64;
    private static final int MOST_COLUMNS = 24;
    private static final int LONGEST_TEXT = 64;
    private static final @Nullable Object[] NOT_REMEMBERED = {};

    private volatile @Nullable Object[] @Nullable [] rows = {};
    private volatile int rowCount;
    private boolean isClosed;

    /** {@return the array that takes the values of a row, by column; empty when it is not remembered} */
    @Nullable
    Object[] row(long number) {
        if (isClosed || number > MOST_ROWS) {
            return NOT_REMEMBERED;
        }
        int index = (int) number - 1;
        @Nullable Object[] @Nullable [] known = rows;
        if (known.length <= index) {
            known = Arrays.copyOf(known, Math.min(Math.max(1, index * 4), MOST_ROWS));
            rows = known;
        }
        @Nullable Object[] row = known[index];
        if (row == null) {
            row = new @Nullable Object[MOST_COLUMNS];
            known[index] = row;
            rowCount = Math.max(rowCount, index + 1);
        }
        return row;
    }

    /** Remembers no more rows. */
    void close() {
        isClosed = true;
    }

    /** {@return whether one of some values, of whichever type, was read from a row; false when the row is not remembered} */
    boolean isAnyIn(long number, List<@Nullable Object> values) {
        @Nullable Object[] @Nullable [] known = rows;
        @Nullable Object[] row = number > 0 && number <= known.length ? known[(int) number - 1] : null;
        return row != null
                && Arrays.stream(row)
                        .filter(Objects::nonNull)
                        .anyMatch(key -> values.stream()
                                .filter(Objects::nonNull)
                                .anyMatch(value -> key.toString().equals(value.toString())));
    }

    /** {@return the values of the columns that hold any} */
    List<ColumnValues> snapshot() {
        int count = rowCount;
        @Nullable Object[] @Nullable [] known = rows;
        List<ColumnValues> columns = new ArrayList<>();
        for (int column = 0; column < MOST_COLUMNS; column++) {
            @Nullable Object[] values = new @Nullable Object[count];
            for (int row = 0; row < count; row++) {
                @Nullable Object[] read = known[row];
                values[row] = read == null ? null : read[column];
            }
            if (Arrays.stream(values).anyMatch(Objects::nonNull)) {
                columns.add(new ColumnValues(column + 1, Arrays.asList(values)));
            }
        }
        return columns;
    }

    /** {@return whether a value may be a key, and so is worth remembering} */
    static boolean isKeyLike(@Nullable Object value) {
        return value instanceof Long
                || value instanceof Integer
                || (value instanceof String text && text.length() <= LONGEST_TEXT)
                || value instanceof UUID
                || value instanceof Short
                || value instanceof BigInteger
                || value instanceof LocalDate
                || value instanceof Date
                || (value instanceof BigDecimal number && number.scale() <= 0);
    }
}
