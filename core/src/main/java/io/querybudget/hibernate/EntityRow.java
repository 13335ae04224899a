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
 * @param siblings how many entities of the same type the statement materialised; grows while it is read
 * @param lastFlush a number above those of all statements before the last flush of the session
 */
record EntityRow(long statementId, long row, AtomicInteger siblings, AtomicLong lastFlush) {
    /** The row of an entity that came from elsewhere: a cache, or the application itself. */
    static final EntityRow UNKNOWN = new EntityRow(0, 0, new AtomicInteger(), new AtomicLong());

    /** {@return the entity as the owner of an association} */
    Owner owns(Association association) {
        return new Owner(association, statementId, row, siblings.get(), statementId < lastFlush.get());
    }
}
