package io.querybudget.sql;

import java.util.Optional;

/**
 * How a statement uses one of its parameters.
 *
 * @param column the column that the parameter is compared with by {@code =}, {@code in} or {@code = any}; empty when
 *     there is none or when that is not certain
 * @param listLength the number of keys in the list of {@code in}; 1 for {@code =}; 0 when unknown, as for an array
 * @param isPaging whether the parameter limits or skips rows
 */
record SqlParameter(Optional<ColumnName> column, int listLength, boolean isPaging) {

    static final SqlParameter UNKNOWN = new SqlParameter(Optional.empty(), 0, false);

    static final SqlParameter PAGING = new SqlParameter(Optional.empty(), 0, true);
}
