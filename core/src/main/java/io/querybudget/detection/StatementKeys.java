package io.querybudget.detection;

import io.querybudget.ExecutedStatement;
import io.querybudget.sql.SqlOperand;
import io.querybudget.sql.SqlText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The parameters and compared literals of one statement, with their values.
 *
 * @param operands how the statement uses them
 * @param values their values; keys in the canonical form of {@link #canonical}
 */
record StatementKeys(List<SqlOperand> operands, List<@Nullable Object> values) {

    static StatementKeys of(ExecutedStatement statement) {
        List<SqlOperand> operands = SqlText.of(statement.sql()).operands();
        List<@Nullable Object> parameters = statement.provenance().parameters();
        if (operands.isEmpty()) {
            return new StatementKeys(List.of(), parameters);
        }
        return new StatementKeys(
                operands,
                operands.stream()
                        .<@Nullable Object>map(operand -> value(operand, parameters))
                        .toList());
    }

    private static @Nullable Object value(SqlOperand operand, List<@Nullable Object> parameters) {
        if (operand.parameter() == 0) {
            return operand.literal();
        }
        Object value = operand.parameter() <= parameters.size() ? parameters.get(operand.parameter() - 1) : null;
        String key = canonical(value);
        return key == null ? value : key;
    }

    /** {@return the text that equal keys of different types share, or null when the value is no key} */
    static @Nullable String canonical(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().scale() <= 0
                    ? number.toBigInteger().toString()
                    : null;
        }
        boolean isKey = value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof BigInteger
                || value instanceof UUID
                || value instanceof String;
        return isKey ? String.valueOf(value) : null;
    }

    /** {@return the key that is compared with a column at a position, or null when it is no key} */
    @Nullable
    String keyAt(int position) {
        if (position >= operands.size() || operands.get(position).column().isEmpty()) {
            return null;
        }
        return values.get(position) instanceof String key ? key : null;
    }
}
