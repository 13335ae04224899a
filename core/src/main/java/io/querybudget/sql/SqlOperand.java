package io.querybudget.sql;

import java.util.Optional;

/**
 * A parameter of a statement, or a literal that it compares with a column.
 *
 * @param column the column that it is compared with by {@code =}, {@code in} or {@code = any}; empty when there is none
 *     or when that is not certain
 * @param beginningOf the column whose texts are compared by {@code like} with this one or one that begins with it; empty
 *     when there is none or when that is not certain
 * @param listLength the number of keys in the list of {@code in}; 1 for {@code =}; 0 when unknown, as for an array
 * @param isPaging whether it limits or skips rows
 * @param parameter the position of the parameter from 1 on, as in JDBC; 0 for a literal
 * @param literal the literal without its quotes; empty for a parameter
 */
public record SqlOperand(
        Optional<ColumnName> column,
        Optional<ColumnName> beginningOf,
        int listLength,
        boolean isPaging,
        int parameter,
        String literal) {

    static final SqlOperand UNKNOWN = new SqlOperand(Optional.empty(), Optional.empty(), 0, false, 0, "");

    static final SqlOperand PAGING = new SqlOperand(Optional.empty(), Optional.empty(), 0, true, 0, "");

    static SqlOperand compared(Optional<ColumnName> column, int listLength) {
        return new SqlOperand(column, Optional.empty(), listLength, false, 0, "");
    }

    static SqlOperand beginning(Optional<ColumnName> column) {
        return new SqlOperand(Optional.empty(), column, 0, false, 0, "");
    }

    SqlOperand asParameter(int position) {
        return new SqlOperand(column, beginningOf, listLength, isPaging, position, "");
    }

    SqlOperand asLiteral(String text) {
        return new SqlOperand(column, beginningOf, listLength, isPaging, 0, text);
    }
}
