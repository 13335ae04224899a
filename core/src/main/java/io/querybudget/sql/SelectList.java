package io.querybudget.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Relates the columns of a query's result to columns of tables. */
final class SelectList {

    private static final Set<String> SET_OPERATORS = Set.of("union", "intersect", "except", "minus");

    private static final Set<String> MODIFIERS = Set.of("all", "distinct");

    private final Outline outline;
    private final Tokens tokens;

    private SelectList(Outline outline) {
        this.outline = outline;
        this.tokens = outline.tokens();
    }

    /**
     * Reads the columns of a query in their order.
     *
     * @return the columns, empty where a column is not plainly that of a table, up to the first {@code *}
     */
    static List<Optional<ColumnName>> read(Outline outline) {
        return new SelectList(outline).read();
    }

    private List<Optional<ColumnName>> read() {
        List<Optional<ColumnName>> columns = new ArrayList<>();
        int verb = tokens.verb();
        if (!tokens.is(verb, "select") || isCombined(verb)) {
            return columns;
        }
        int start = tokens.at(verb + 1).isAnyOf(MODIFIERS) ? verb + 2 : verb + 1;
        int end = endOfItem(start);
        while (!tokens.is(end - 1, "*")) {
            columns.add(column(start, end));
            if (!tokens.is(end, ",")) {
                break;
            }
            start = end + 1;
            end = endOfItem(start);
        }
        return columns;
    }

    private boolean isCombined(int verb) {
        for (int i = verb; i < tokens.size(); i = tokens.next(i)) {
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
        return plain && endOfName > start ? outline.column(start, endOfName) : Optional.empty();
    }
}
