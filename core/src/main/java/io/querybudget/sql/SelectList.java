package io.querybudget.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Relates the columns of a query's result to columns of tables. */
final class SelectList {

    /** Tells the column that the tokens between two indexes name. */
    interface Columns {

        /** {@return the column; empty when that is not certain} */
        Optional<ColumnName> between(int start, int end);
    }

    private static final Set<String> SET_OPERATORS = Set.of("union", "intersect", "except", "minus");

    private static final Set<String> MODIFIERS = Set.of("all", "distinct");

    private final Tokens tokens;
    private final Columns columnNames;
    private final List<Optional<ColumnName>> columns = new ArrayList<>();
    private final Map<String, ColumnName> named = new HashMap<>();

    private SelectList(Tokens tokens, Columns columnNames) {
        this.tokens = tokens;
        this.columnNames = columnNames;
    }

    /**
     * Reads the columns of a query, up to the first {@code *}; of anything else there are none.
     *
     * @param verb the index at which the query starts
     * @param end the index at which the text around it ends, where the query may be combined with others
     */
    static SelectList read(Tokens tokens, int verb, int end, Columns columnNames) {
        SelectList list = new SelectList(tokens, columnNames);
        if (tokens.is(verb, "select") && !list.isCombined(verb, end)) {
            list.readItems(tokens.at(verb + 1).isAnyOf(MODIFIERS) ? verb + 2 : verb + 1);
        }
        return list;
    }

    /** {@return the columns in their order, empty where a column is not plainly that of a table} */
    List<Optional<ColumnName>> columns() {
        return columns;
    }

    /** {@return those that plainly are columns of tables, by the names that they have in the result} */
    Map<String, ColumnName> named() {
        return named;
    }

    private void readItems(int first) {
        int start = first;
        int end = endOfItem(start);
        while (!tokens.is(end - 1, "*")) {
            Optional<ColumnName> column = column(start, end);
            String name = tokens.at(end - 1).name();
            columns.add(column);
            column.ifPresent(known -> named.put(name, known));
            if (!tokens.is(end, ",")) {
                break;
            }
            start = end + 1;
            end = endOfItem(start);
        }
    }

    private boolean isCombined(int verb, int end) {
        for (int i = verb; i < end; i = tokens.next(i)) {
            if (tokens.at(i).isAnyOf(SET_OPERATORS)) {
                return true;
            }
        }
        return false;
    }

    private int endOfItem(int start) {
        int end = start;
        while (end < tokens.size() && !tokens.is(end, ",") && !tokens.isFrom(end) && !tokens.is(end, ")")) {
            end = tokens.next(end);
        }
        return end;
    }

    private Optional<ColumnName> column(int start, int end) {
        int endOfName = tokens.endOfName(start);
        int alias = tokens.is(endOfName, "as") ? endOfName + 1 : endOfName;
        boolean plain =
                endOfName == end || (alias + 1 == end && tokens.at(alias).isName());
        return plain && endOfName > start ? columnNames.between(start, endOfName) : Optional.empty();
    }
}
