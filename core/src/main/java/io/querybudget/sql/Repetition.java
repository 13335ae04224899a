package io.querybudget.sql;

import java.util.List;

/** Drops the elements of a comma-separated list that equal the one before. Not thread-safe. */
final class Repetition {

    private static final int NONE = -1;

    private final List<Token> written;
    private boolean inList;
    private boolean inRows;
    private int previous = NONE;
    private int start;

    /**
     * Starts outside of any list.
     *
     * @param written the tokens so far; elements are dropped from its end
     */
    Repetition(List<Token> written) {
        this.written = written;
    }

    /** Starts a list that ends with its parenthesis. */
    void startList() {
        inList = true;
        previous = NONE;
        start = written.size();
    }

    /** Starts the rows of {@code values}, which end where something else than a row follows. */
    void startRows() {
        startList();
        inRows = true;
    }

    /** Ends an element; to be called before its comma or closing parenthesis is written. */
    void endElement() {
        if (!inList) {
            return;
        }
        if (previous != NONE && repeats()) {
            written.subList(start - 1, written.size()).clear();
        } else {
            previous = start;
        }
        start = written.size() + 1;
    }

    void endRows() {
        if (inRows) {
            if (written.get(written.size() - 1).is(")")) {
                endElement();
            }
            inRows = false;
            inList = false;
        }
    }

    private boolean repeats() {
        int length = written.size() - start;
        if (length != start - 1 - previous) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            Token before = written.get(previous + i);
            Token now = written.get(start + i);
            if (before.type() != now.type() || !before.text().equals(now.text())) {
                return false;
            }
        }
        return true;
    }
}
