package io.querybudget.detection;

import io.querybudget.ColumnValues;
import io.querybudget.ExecutedStatement;
import io.querybudget.sql.ColumnName;
import io.querybudget.sql.SqlOperand;
import io.querybudget.sql.SqlText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The keys that one statement looks up, by the column that they are compared with.
 *
 * @param keysByColumn the keys in the canonical form of {@link #canonical}; columns that are compared with anything else
 *     than keys are left out
 * @param beginningsByColumn what the texts of a column begin with, in the form of {@link #beginning}; columns that are
 *     compared otherwise are left out
 * @param isBatched whether the parameters hold several keys of one column
 */
record StatementKeys(
        Map<ColumnName, Set<String>> keysByColumn, Map<ColumnName, Set<String>> beginningsByColumn, boolean isBatched) {

    /** Dates are days that are counted, like other numbers, but no number equals a date. */
    static final String DAY = "day ";

    /** In place of a column in statements that read no table: what a function is called with. */
    static final ColumnName ARGUMENT = new ColumnName("", "");

    static StatementKeys of(ExecutedStatement statement) {
        Map<ColumnName, Set<String>> keysByColumn = new LinkedHashMap<>();
        Map<ColumnName, Set<String>> beginningsByColumn = new LinkedHashMap<>();
        boolean isBatched = false;
        SqlText sql = SqlText.of(statement.sql());
        ColumnName ofParameters = sql.tables().isEmpty() ? ARGUMENT : null;
        for (SqlOperand operand : sql.operands()) {
            ColumnName column = operand.column().orElse(ofParameters);
            ColumnName begun = operand.beginningOf().orElse(null);
            if (begun != null && value(operand, statement) instanceof String text && !isSearch(text)) {
                beginningsByColumn
                        .computeIfAbsent(begun, unused -> new LinkedHashSet<>())
                        .add(beginning(text));
            } else if (column != null) {
                Object value = value(operand, statement);
                Set<String> keys = keysByColumn.computeIfAbsent(column, unused -> new LinkedHashSet<>());
                keys.addAll(keys(value));
                boolean isParameter = operand.parameter() > 0;
                isBatched |= isParameter && (keys.size() > 1 || value instanceof Array);
            }
        }
        keysByColumn.values().removeIf(Set::isEmpty);
        return new StatementKeys(keysByColumn, beginningsByColumn, isBatched);
    }

    /** {@return the keys that each remembered row of a statement's results holds in some columns, which positions tell} */
    static List<Set<String>> rowsOf(ExecutedStatement statement, IntPredicate columns) {
        List<Set<String>> rows = new ArrayList<>();
        List<ColumnValues> read = statement.provenance().columns().stream()
                .filter(column -> columns.test(column.column()))
                .toList();
        for (ColumnValues column : read) {
            for (int row = 0; row < column.values().size(); row++) {
                if (row == rows.size()) {
                    rows.add(new HashSet<>());
                }
                rows.get(row).addAll(keys(column.values().get(row)));
            }
        }
        return rows;
    }

    /** {@return what a statement compares with: a literal of its text, or what it was given; null when that is not known} */
    static @Nullable Object value(SqlOperand operand, ExecutedStatement statement) {
        if (operand.parameter() == 0) {
            return operand.literal();
        }
        List<@Nullable Object> parameters = statement.provenance().parameters();
        return operand.parameter() <= parameters.size() ? parameters.get(operand.parameter() - 1) : null;
    }

    /** A wildcard before anything else finds texts that contain something, wherever it stands. */
    private static boolean isSearch(String pattern) {
        return pattern.startsWith("%") && !beginning(pattern).isEmpty();
    }

    /**
     * {@return the part of a text, or of a pattern for those that begin with it, that both share: without the wildcards and
     * separators at its ends, and without what escapes wildcards}
     */
    static String beginning(String text) {
        String plain = text.replace("\\", "");
        int start = 0;
        int end = plain.length();
        while (start < end && !Character.isLetterOrDigit(plain.charAt(start))) {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(plain.charAt(end - 1))) {
            end--;
        }
        return plain.substring(start, end);
    }

    private static List<String> keys(@Nullable Object value) {
        if (value instanceof @Nullable Object[] array) {
            return Arrays.stream(array)
                    .flatMap(element -> keys(element).stream())
                    .toList();
        }
        String key = canonical(value);
        return key == null ? List.of() : List.of(key);
    }

    /** {@return the text that equal keys of different types share, or null when the value is no key} */
    static @Nullable String canonical(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().scale() <= 0
                    ? number.toBigInteger().toString()
                    : null;
        }
        if (value instanceof Date date) {
            return canonical(date.toLocalDate());
        }
        if (value instanceof LocalDate day) {
            return DAY + day.toEpochDay();
        }
        boolean isKey = value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof BigInteger
                || value instanceof UUID
                || value instanceof String;
        return isKey ? String.valueOf(value) : null;
    }
}
