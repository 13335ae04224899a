package io.querybudget;

/**
 * An entity that the application loaded by its identifier, and of which Hibernate then wrote the key into another row.
 *
 * @param statementId the statement that loaded it
 * @param entityName the Hibernate entity name of the root of its hierarchy
 */
public record KeyReference(long statementId, String entityName) {}
