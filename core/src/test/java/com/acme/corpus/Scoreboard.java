package com.acme.corpus;

import io.querybudget.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The table of all outcomes and what they add up to. */
final class Scoreboard {

    private final List<Outcome> outcomes;

    Scoreboard(List<Outcome> outcomes) {
        this.outcomes = List.copyOf(outcomes);
    }

    /** {@return the table, one case per line and one line per problem, with the totals below} */
    String text() {
        StringBuilder text = new StringBuilder();
        outcomes.forEach(outcome -> append(text, outcome));
        return text.append('\n').append(totals()).toString();
    }

    private static void append(StringBuilder text, Outcome outcome) {
        LabelledCase labelled = outcome.labelled();
        text.append(line(
                "%-4s %-10s %-45s %5d statements  expected %s  found %s%n",
                outcome.problems().isEmpty() ? "ok" : "FAIL",
                labelled.kind(),
                labelled.name(),
                outcome.executed(),
                outcome.labels(),
                outcome.sightings()));
        outcome.fixes().forEach(fix -> text.append("       fix: ").append(fix).append('\n'));
        outcome.problems()
                .forEach(problem -> text.append("       ").append(problem).append('\n'));
    }

    private String totals() {
        Map<CaseKind, Long> sizes = outcomes.stream()
                .collect(Collectors.groupingBy(
                        outcome -> outcome.labelled().kind(), TreeMap::new, Collectors.counting()));
        List<Match> matches = matches();
        List<Match> associations = matches.stream()
                .filter(match -> !match.label().subject().startsWith("table "))
                .toList();
        return line(
                        "cases %d %s, as labelled %d%n",
                        outcomes.size(),
                        sizes,
                        count(outcomes, outcome -> outcome.problems().isEmpty()))
                + proven()
                + reported()
                + line(
                        "associations named %d of %d found, lines right %d of %d found%n",
                        count(associations, Match::hasSubject),
                        associations.size(),
                        count(matches, Match::hasPlace),
                        matches.size());
    }

    private String proven() {
        long right = count(matches(), match -> isProven(match.sighting()) && match.hasVerdict());
        long found = count(sightings(), Scoreboard::isProven);
        long labelled = count(labels(), label -> label.verdict() == Verdict.PROVEN);
        return line("proven: precision %d of %d, recall %d of %d%n", right, found, right, labelled);
    }

    private String reported() {
        int right = matches().size();
        return line(
                "proven or likely: precision %d of %d, recall %d of %d%n",
                right, sightings().size(), right, labels().size());
    }

    private static boolean isProven(Sighting sighting) {
        return sighting.verdict() == Verdict.PROVEN;
    }

    private List<Match> matches() {
        return outcomes.stream()
                .flatMap(outcome -> outcome.comparison().matches().stream())
                .toList();
    }

    private List<Sighting> sightings() {
        return outcomes.stream()
                .flatMap(outcome -> outcome.sightings().stream())
                .toList();
    }

    private List<Label> labels() {
        return outcomes.stream().flatMap(outcome -> outcome.labels().stream()).toList();
    }

    private static <T> long count(List<T> values, Predicate<T> condition) {
        return values.stream().filter(condition).count();
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
