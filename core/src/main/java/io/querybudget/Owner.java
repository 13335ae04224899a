package io.querybudget;

/**
 * An entity whose attribute made a statement run, and the row that entity came from.
 *
 * @param association the attribute
 * @param statementId the {@link ExecutedStatement#id} whose row materialised the entity, 0 when unknown
 * @param row the 1-based row within that statement's result
 * @param siblings how many entities of the owner's type that statement materialised, the owner included; 0 when unknown
 * @param isFlushedSince whether its session flushed after that statement, and forgot what it could load in batches
 */
public record Owner(Association association, long statementId, long row, int siblings, boolean isFlushedSince) {}
