package io.querybudget.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Relates the parameters and literals of a statement to the columns that they are compared with. Not thread-safe. */
final class OperandReader {

    private static final Set<String> BEFORE_CONDITION = Set.of("where", "and", "or", "on", "having", "(");

    private static final Set<String> AFTER_CONDITION = Set.of(")", "}", ",", ";");

    private static final Set<String> LIST_SYMBOLS = Set.of("(", ")", ",");

    /** Between a text and the literal that follows it, in {@code concat} too. */
    private static final Set<String> JOINS = Set.of("||", "+", ",");

    private static final Set<String> COMPARISONS = Set.of("<", "<=", "=", ">", ">=");

    private final Outline outline;
    private final Tokens tokens;
    private final SqlOperand[] uses;

    private OperandReader(Outline outline) {
        this.outline = outline;
        this.tokens = outline.tokens();
        this.uses = new SqlOperand[tokens.size()];
        Arrays.fill(uses, SqlOperand.UNKNOWN);
    }

    /** {@return the parameters and compared literals in their order; none when parameters are numbered or named} */
    static List<SqlOperand> read(Outline outline) {
        return new OperandReader(outline).read();
    }

    private List<SqlOperand> read() {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.at(i).isValue() && isPaging(i)) {
                uses[i] = SqlOperand.PAGING;
            } else if (outline.clause(i) == Clause.CONDITION) {
                condition(i);
            }
        }
        List<SqlOperand> operands = new ArrayList<>();
        int parameters = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.at(i);
            if (token.equals(Token.PLACEHOLDER)) {
                operands.add(uses[i].asParameter(++parameters));
            } else if (token.type() == TokenType.PARAMETER) {
                return List.of();
            } else if (token.isLiteral() && !uses[i].equals(SqlOperand.UNKNOWN)) {
                operands.add(uses[i].asLiteral(token.literal()));
            }
        }
        return operands;
    }

    private boolean isPaging(int index) {
        int before = tokens.is(index - 1, "(") ? index - 2 : index - 1;
        return outline.clause(index) == Clause.PAGING
                || tokens.is(before, "top")
                || (tokens.at(index - 1).isAnyOf(COMPARISONS) && tokens.is(index - 2, "rownum"))
                || (tokens.at(index + 1).isAnyOf(COMPARISONS) && tokens.is(index + 2, "rownum"));
    }

    private void condition(int index) {
        switch (tokens.at(index).text()) {
            case "=" -> equality(index);
            case "in" -> compare(leftColumns(index), index + 1);
            case "like", "ilike" -> like(index);
            case "array_contains" -> arrayContains(index);
            default -> {}
        }
    }

    private void equality(int index) {
        int endOfName = tokens.endOfName(index + 1);
        if (tokens.startsWith(index + 1, "any", "(") && tokens.is(index + 4, ")")) {
            compareArray(leftColumns(index), index + 3, index + 5);
        } else if (tokens.is(index + 1, "(") && tokens.is(index - 1, ")")) {
            compare(leftColumns(index), index + 1);
        } else if (isValue(index + 1) && ends(index + 2)) {
            use(index + 1, leftColumns(index), 1);
        } else if (isValue(index - 1) && begins(index - 1) && endOfName > index + 1 && ends(endOfName)) {
            use(index - 1, List.of(outline.column(index + 1, endOfName)), 1);
        }
    }

    /** Compares columns with the keys, or rows of keys, that stand between parentheses. */
    private void compare(List<Optional<ColumnName>> columns, int open) {
        if (columns.isEmpty() || !tokens.is(open, "(") || !ends(tokens.partner(open) + 1)) {
            return;
        }
        List<Integer> values = new ArrayList<>();
        for (int i = open + 1; i < tokens.partner(open); i++) {
            if (tokens.at(i).isValue()) {
                values.add(i);
            } else if (!tokens.at(i).isAnyOf(LIST_SYMBOLS)) {
                return;
            }
        }
        for (int i = 0; values.size() % columns.size() == 0 && i < values.size(); i++) {
            Optional<ColumnName> column = columns.get(i % columns.size());
            uses[values.get(i)] = SqlOperand.compared(column, values.size() / columns.size());
        }
    }

    /** Compares a column with a text, or with one to which literals are added: {@code like concat(?, '/%')}. */
    private void like(int index) {
        List<Optional<ColumnName>> columns = leftColumns(index);
        int open = 0;
        int value = index + 1;
        while (tokens.is(value, "(") || tokens.startsWith(value, "concat", "(")) {
            open += tokens.is(value, "(") ? 1 : 0;
            value++;
        }
        int end = value + 1;
        while (tokens.at(end).isAnyOf(JOINS) && tokens.at(end + 1).isLiteral()) {
            end += 2;
        }
        while (open > 0 && tokens.is(end, ")")) {
            open--;
            end++;
        }
        boolean isEscaped = tokens.is(end, "escape") && isValue(end + 1);
        if (columns.size() == 1 && open == 0 && isValue(value) && ends(isEscaped ? end + 2 : end)) {
            uses[value] = SqlOperand.beginning(columns.get(0));
        }
    }

    /** H2's {@code array_contains(?, column)}, with which Hibernate loads batches. */
    private void arrayContains(int index) {
        int end = tokens.endOfName(index + 4);
        if (tokens.is(index + 1, "(") && tokens.is(index + 3, ",") && end > index + 4 && tokens.is(end, ")")) {
            compareArray(List.of(outline.column(index + 4, end)), index + 2, end + 1);
        }
    }

    private void compareArray(List<Optional<ColumnName>> columns, int parameter, int end) {
        if (tokens.at(parameter).equals(Token.PLACEHOLDER) && ends(end)) {
            use(parameter, columns, 0);
        }
    }

    private void use(int index, List<Optional<ColumnName>> columns, int listLength) {
        if (columns.size() == 1) {
            uses[index] = SqlOperand.compared(columns.get(0), listLength);
        }
    }

    /** {@return the column, or the row of columns, that a condition names before the operator at the index} */
    private List<Optional<ColumnName>> leftColumns(int index) {
        if (!tokens.is(index - 1, ")")) {
            int start = tokens.startOfName(index);
            return start < index && begins(start) ? List.of(outline.column(start, index)) : List.of();
        }
        int open = tokens.partner(index - 1);
        List<Optional<ColumnName>> columns = new ArrayList<>();
        int start = open + 1;
        while (begins(open) && start < index) {
            int end = tokens.endOfName(start);
            if (end == start || (end != index - 1 && !tokens.is(end, ","))) {
                return List.of();
            }
            columns.add(outline.column(start, end));
            start = end + 1;
        }
        return columns;
    }

    private boolean isValue(int index) {
        return tokens.at(index).isValue();
    }

    private boolean begins(int index) {
        return tokens.at(index - 1).isAnyOf(BEFORE_CONDITION);
    }

    private boolean ends(int index) {
        Token next = tokens.at(index);
        return next.isEnd() || next.isAnyOf(AFTER_CONDITION) || next.isReserved();
    }
}
