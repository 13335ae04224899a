package io.querybudget.detection;

/**
 * A row that led to a statement.
 *
 * @param statementId the statement that returned it
 * @param row its 1-based number
 */
record SourceRow(long statementId, long row) {}
