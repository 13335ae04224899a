package io.querybudget;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The key-like values (integers, UUIDs, short strings) that the application read from one column of a result.
 *
 * @param column the 1-based position in the select list
 * @param values the value of each row from the first on, null where none was read; bounded, so possibly shorter than the result
 */
public record ColumnValues(int column, List<@Nullable Object> values) {
    /** {@return the position only, because values are not printed} */
    @Override
    public String toString() {
        return "ColumnValues[column=" + column + ", " + values.size() + " rows]";
    }
}
