package io.querybudget.hibernate;

/**
 * The row that an entity was materialised from.
 *
 * @param statementId the statement that returned the row
 * @param row the 1-based number of the row
 */
record EntityRow(long statementId, long row) {
    /** The row of an entity that came from elsewhere: a cache, or the application itself. */
    static final EntityRow UNKNOWN = new EntityRow(0, 0);
}
