package io.querybudget.hibernate;

import io.querybudget.Association;
import io.querybudget.Owner;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The row that an entity was materialised from.
 *
 * @param statementId the statement that returned the row
 * @param row the 1-based number of the row
 * @param entityName the type of the entity
 * @param ofType how many entities of the same type the statement materialised; grows while it is read
 * @param ofHierarchy how many with the same root it materialised; grows too
 * @param lastFlush a number above those of all statements before the last flush of the session
 */
record EntityRow(
        long statementId,
        long row,
        String entityName,
        AtomicInteger ofType,
        AtomicInteger ofHierarchy,
        AtomicLong lastFlush) {
    /** The row of an entity that came from elsewhere: a cache, or the application itself. */
    static final EntityRow UNKNOWN =
            new EntityRow(0, 0, "", new AtomicInteger(), new AtomicInteger(), new AtomicLong());

    /** {@return the entity as the owner of an association} */
    Owner owns(Association association) {
        AtomicInteger siblings = association.entityName().equals(entityName) ? ofType : ofHierarchy;
        return new Owner(association, statementId, row, siblings.get(), statementId < lastFlush.get());
    }
}
