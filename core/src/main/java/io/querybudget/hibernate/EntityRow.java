package io.querybudget.hibernate;

import io.querybudget.Association;
import io.querybudget.Owner;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The row that an entity was materialised from.
 *
 * @param statementId the statement that returned the row
 * @param row the 1-based number of the row
 * @param siblings how many entities of the same type the statement materialised; grows while it is read
 */
record EntityRow(long statementId, long row, AtomicInteger siblings) {
    /** The row of an entity that came from elsewhere: a cache, or the application itself. */
    static final EntityRow UNKNOWN = new EntityRow(0, 0, new AtomicInteger());

    /** {@return the entity as the owner of an association} */
    Owner owns(Association association) {
        return new Owner(association, statementId, row, siblings.get());
    }
}
