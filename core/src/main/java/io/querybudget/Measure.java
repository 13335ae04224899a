package io.querybudget;

/** What a budget can limit. */
public enum Measure {
    /** All statements but session control and data definition. */
    STATEMENTS,
    /** Statements of kind SELECT. */
    SELECTS,
    /** Statements of kind INSERT. */
    INSERTS,
    /** Statements of kind UPDATE. */
    UPDATES,
    /** Statements of kind DELETE. */
    DELETES,
    /** The rows that any one statement returned. */
    ROWS;

    /** {@return what a recording measures} */
    public long of(Recording recording) {
        return switch (this) {
            case STATEMENTS -> recording.total();
            case SELECTS -> recording.count(StatementKind.SELECT);
            case INSERTS -> recording.count(StatementKind.INSERT);
            case UPDATES -> recording.count(StatementKind.UPDATE);
            case DELETES -> recording.count(StatementKind.DELETE);
            case ROWS -> recording.mostRows();
        };
    }
}
