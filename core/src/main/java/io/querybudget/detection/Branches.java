package io.querybudget.detection;

import io.querybudget.ExecutedStatement;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Look-ups that one loop reaches by several branches, so that their call paths differ between the two ends.
 *
 * <p>The branches take turns; loops that follow each other do not.
 */
final class Branches {

    private final List<Repetition> lookUps;

    Branches(List<Repetition> lookUps) {
        this.lookUps = lookUps;
    }

    /** {@return a repetition together with the other branches of its loop; the same statements when it has none} */
    Repetition joined(Repetition repetition) {
        List<Trigger> triggers = lookUps.stream()
                .filter(other -> other.equals(repetition) || areOfOneLoop(other, repetition))
                .map(Repetition::triggers)
                .flatMap(Collection::stream)
                .sorted(Comparator.comparing(trigger -> trigger.statement().id()))
                .toList();
        return triggers.isEmpty() ? repetition : new Repetition(repetition.associations(), triggers);
    }

    private static boolean areOfOneLoop(Repetition one, Repetition other) {
        ExecutedStatement first = one.first();
        return one.triggers().size() > 1
                && other.triggers().size() > 1
                && first.shape().equals(other.first().shape())
                && first.origin().isPresent()
                && first.origin().equals(other.first().origin())
                && first.id() < other.last().id()
                && other.first().id() < one.last().id();
    }
}
