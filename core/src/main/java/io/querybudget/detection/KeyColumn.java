package io.querybudget.detection;

import io.querybudget.sql.ColumnName;
import io.querybudget.sql.SqlOperand;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The column by which each statement of a repetition looked up another key.
 *
 * @param name the column
 * @param keys the key of each statement, in their order
 */
record KeyColumn(ColumnName name, List<String> keys) {

    /** A list of at least so many keys is a chunk of a larger one, not a look-up of one row. */
    private static final int CHUNK = 5;

    /** {@return the column whose keys differ the most; empty when only pages, ranges or nothing differs} */
    static Optional<KeyColumn> of(List<StatementKeys> statements) {
        List<SqlOperand> operands = statements.get(0).operands();
        boolean areAlike = statements.stream().allMatch(each -> each.operands().size() == operands.size());
        if (!areAlike) {
            return Optional.empty();
        }
        return IntStream.range(0, operands.size())
                .filter(position -> operands.get(position).listLength() < CHUNK)
                .mapToObj(position -> at(position, statements))
                .flatMap(Optional::stream)
                .filter(column -> column.distinct().size() > 1)
                .max(Comparator.comparing(column -> column.distinct().size()));
    }

    private static Optional<KeyColumn> at(int position, List<StatementKeys> statements) {
        List<String> keys = statements.stream()
                .map(each -> each.keyAt(position))
                .filter(Objects::nonNull)
                .toList();
        return keys.size() < statements.size()
                ? Optional.empty()
                : statements.get(0).operands().get(position).column().map(column -> new KeyColumn(column, keys));
    }

    /** {@return each key once, in the order of the statements} */
    List<String> distinct() {
        return keys.stream().distinct().toList();
    }
}
