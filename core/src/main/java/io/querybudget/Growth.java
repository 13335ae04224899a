package io.querybudget;

/** How the number of statements of one shape grows with the rows that the code works on, from harmless to worst. */
public enum Growth {
    /** Not at all. */
    CONSTANT,
    /** By one statement per batch of rows. */
    BATCHED,
    /** By the same number of statements for each row: what an N+1 does. */
    LINEAR,
    /** In any other way, such as one statement for each pair of rows. */
    IRREGULAR
}
