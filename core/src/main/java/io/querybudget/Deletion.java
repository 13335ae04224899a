package io.querybudget;

/**
 * Entities of one type that a flush deleted, and that one statement could have deleted without loading them: nothing
 * cascades from them, nobody listens to their removal, and no version is compared.
 *
 * @param flush the {@link Cause.Flush#number} of the flush
 * @param statementId the {@link ExecutedStatement#id} of the statement that loaded them
 * @param entityName the name of their hierarchy's root, as in {@link Materialised.Entities}
 */
public record Deletion(long flush, long statementId, String entityName) {}
