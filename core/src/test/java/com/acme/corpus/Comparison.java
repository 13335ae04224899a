package com.acme.corpus;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The labels of a case against what the library reported.
 *
 * @param matches each label that a sighting of its own belongs to
 * @param misses the labels without a sighting
 * @param falseAlarms the sightings without a label
 */
record Comparison(List<Match> matches, List<Label> misses, List<Sighting> falseAlarms) {

    /** {@return the comparison that finds exact matches first, then those of one subject, then those of one place} */
    static Comparison of(List<Label> labels, List<Sighting> sightings) {
        Comparison comparison = new Comparison(new ArrayList<>(), new ArrayList<>(labels), new ArrayList<>(sightings));
        comparison.match(Match::isExact);
        comparison.match(match -> match.hasSubject() && match.hasPlace());
        comparison.match(Match::hasSubject);
        comparison.match(Match::hasPlace);
        return comparison;
    }

    private void match(Predicate<Match> rule) {
        for (Iterator<Label> rest = misses.iterator(); rest.hasNext(); ) {
            Label label = rest.next();
            falseAlarms.stream()
                    .map(sighting -> new Match(label, sighting))
                    .filter(rule)
                    .findFirst()
                    .ifPresent(match -> {
                        matches.add(match);
                        falseAlarms.remove(match.sighting());
                        rest.remove();
                    });
        }
    }

    /** {@return what is missing, different or too much} */
    List<String> problems() {
        Stream<String> missing = misses.stream().map(label -> "miss: " + label);
        Stream<String> different = matches.stream()
                .filter(match -> !match.isExact())
                .map(match -> "differs: " + match.label() + ", found " + match.sighting());
        Stream<String> surplus = falseAlarms.stream().map(sighting -> "false alarm: " + sighting);
        return Stream.of(missing, different, surplus)
                .flatMap(problems -> problems)
                .toList();
    }
}
