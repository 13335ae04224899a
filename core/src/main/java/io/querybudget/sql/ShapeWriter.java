package io.querybudget.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Writes the shape of a statement: literals become parameters, and where equal keys of an {@code in} list or equal rows
 * of {@code values} follow one another, one stays. Not thread-safe.
 */
final class ShapeWriter {

    private final Outline outline;
    private final List<Token> shape = new ArrayList<>();
    private final Deque<Repetition> open = new ArrayDeque<>();

    private ShapeWriter(Outline outline) {
        this.outline = outline;
    }

    static String write(Outline outline) {
        return new ShapeWriter(outline).write();
    }

    private String write() {
        open.push(new Repetition(shape));
        for (int i = 0; i < outline.tokens().size(); i++) {
            add(i);
        }
        open.element().endRows();
        TokenWriter writer = new TokenWriter();
        shape.forEach(token -> writer.write(token, token.text()));
        return writer.toString();
    }

    private void add(int index) {
        Token token = outline.tokens().at(index);
        if (token.is(",") || token.is(")")) {
            open.element().endElement();
        } else if (!token.is("(")) {
            open.element().endRows();
        }
        shape.add(replaced(token, index));
        if (token.is("(")) {
            open(index);
        } else if (token.is(")")) {
            open.pop();
        } else if (token.is("values") && outline.tokens().is(index + 1, "(")) {
            open.element().startRows();
        }
    }

    private void open(int index) {
        Repetition repetition = new Repetition(shape);
        if (outline.tokens().is(index - 1, "in") && !outline.tokens().startsQuery(index + 1)) {
            repetition.startList();
        }
        open.push(repetition);
    }

    /** A number to order or group by is the position of a column, not a value. */
    private Token replaced(Token token, int index) {
        boolean position = token.type() == TokenType.NUMBER && outline.clause(index) == Clause.ORDER;
        return token.isValue() && !position ? Token.PLACEHOLDER : token;
    }
}
