package io.querybudget.sql;

import org.jspecify.annotations.Nullable;

/** What is known between an opening parenthesis, or the start of the text, and its end while a statement is outlined. */
final class Frame {

    final @Nullable Frame outer;

    @Nullable
    Block block;

    Clause clause;

    /** Whether clauses start here: in a query, a write or a nested join, but not among the arguments of a function. */
    boolean hasClauses;

    /** Whether the next token names a table or opens a derived one. */
    boolean expectsTable;

    /** Whether a table expected here is the one to be written. */
    boolean expectsTarget;

    /** Whether the parenthesis stands where a table could, so that an alias may follow its end. */
    boolean isSource;

    /** The name of the common table expression that the parenthesis defines. */
    @Nullable
    String commonTable;

    private int openCases;
    private Clause clauseOfCase = Clause.OTHER;

    Frame(@Nullable Frame outer, Clause clause) {
        this.outer = outer;
        this.block = outer == null ? null : outer.block;
        this.clause = clause;
    }

    Block startQuery() {
        Block started = new Block(outer == null ? null : outer.block);
        block = started;
        hasClauses = true;
        enter(Clause.OTHER);
        return started;
    }

    void expectTables(boolean expected) {
        expectsTable = expected;
        expectsTarget = false;
    }

    void enter(Clause next) {
        clause = next;
        expectTables(next == Clause.TABLES);
    }

    void openCase() {
        if (openCases++ == 0) {
            clauseOfCase = clause;
            clause = Clause.OTHER;
        }
    }

    void closeCase() {
        if (openCases > 0 && --openCases == 0) {
            clause = clauseOfCase;
        }
    }
}
