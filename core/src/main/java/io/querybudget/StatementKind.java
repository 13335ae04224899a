package io.querybudget;

/** What a statement does. */
public enum StatementKind {
    /** Reads rows. */
    SELECT,
    /** Anything else. */
    OTHER
}
