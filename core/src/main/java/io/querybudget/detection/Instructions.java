package io.querybudget.detection;

import io.querybudget.ExecutedStatement;
import java.util.Collection;
import java.util.List;

/**
 * Tells a loop from calls that stand side by side on one line: a loop executes one instruction again, the calls are as
 * many instructions as they are calls.
 */
final class Instructions {

    private Instructions() {}

    /** {@return whether it is known by which instruction the application triggered each statement, on one thread} */
    static boolean areKnown(Collection<Trigger> triggers) {
        return isOneThread(triggers) && known(triggers).size() == triggers.size();
    }

    /**
     * {@return whether each statement is known to be triggered by an instruction of its own}
     *
     * <p>That of the first need not be known, when those of two others are.
     */
    static boolean areApart(Collection<Trigger> triggers) {
        List<Integer> known = known(triggers);
        return isOneThread(triggers)
                && known.size() > 1
                && known.size() >= triggers.size() - 1
                && known.stream().distinct().count() == known.size();
    }

    private static List<Integer> known(Collection<Trigger> triggers) {
        return triggers.stream()
                .map(trigger -> trigger.statement().provenance().instruction())
                .filter(instruction -> instruction != 0)
                .toList();
    }

    private static boolean isOneThread(Collection<Trigger> triggers) {
        List<ExecutedStatement> statements =
                triggers.stream().map(Trigger::statement).toList();
        String thread = statements.get(0).execution().thread();
        return statements.stream()
                .allMatch(statement -> statement.provenance().callerId() == 0
                        && statement.execution().thread().equals(thread));
    }
}
