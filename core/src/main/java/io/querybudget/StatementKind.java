package io.querybudget;

/** What a statement does, as far as budgets and detectors tell statements apart. */
public enum StatementKind {
    /** Reads rows: {@code select}, {@code with … select}, {@code values}, {@code table}. */
    SELECT,
    /** Adds rows: {@code insert}, {@code replace into}, {@code upsert}, also when it returns them. */
    INSERT,
    /** Changes rows. */
    UPDATE,
    /** Removes rows one by one; {@code truncate} is {@link #DDL}. */
    DELETE,
    /** Adds or changes rows by a {@code merge}. */
    MERGE,
    /** Runs a procedure, a function by {@code call}, or an anonymous block. */
    CALL,
    /** Changes the schema or the rights on it. */
    DDL,
    /** Serves the connection and not the application: transactions, savepoints, settings, validation queries. */
    SESSION,
    /** Everything else: sequence and identity fetches, {@code explain}, mixed batches, SQL that cannot be read. */
    OTHER;

    /** {@return whether statements of this kind count in a total: all but session control and data definition} */
    public boolean isCounted() {
        return this != SESSION && this != DDL;
    }
}
