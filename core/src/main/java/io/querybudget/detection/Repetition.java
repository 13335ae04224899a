package io.querybudget.detection;

import io.querybudget.Association;
import io.querybudget.ExecutedStatement;
import java.util.List;

/**
 * Statements that one call path issued for the same reason.
 *
 * @param associations the attribute they loaded; several when the evidence fits more than one
 * @param triggers the statements, in order
 */
record Repetition(List<Association> associations, List<Trigger> triggers) {

    ExecutedStatement first() {
        return triggers.get(0).statement();
    }

    ExecutedStatement last() {
        return triggers.get(triggers.size() - 1).statement();
    }

    /** {@return whether the rows that the owners came from are known, so that keys cannot tell more} */
    boolean areOwnersKnown() {
        return triggers.stream().noneMatch(trigger -> trigger.sources().isEmpty());
    }
}
