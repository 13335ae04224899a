package io.querybudget.detection;

/**
 * A row that led to a statement.
 *
 * @param statementId the statement that returned it
 * @param row its 1-based number
 * @param siblings how many such rows the statement returned in all, 0 when unknown
 */
record SourceRow(long statementId, long row, long siblings) {}
