package io.querybudget.report;

import io.querybudget.Analysis;
import io.querybudget.Finding;
import io.querybudget.Fix;
import io.querybudget.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Says what to change, and how many statements are left then. Attributes that one query can fetch become one sentence. */
final class FixText {

    private FixText() {}

    /** {@return the lines; those whose effect is known come first, with what they leave together} */
    static List<String> of(Analysis analysis, List<Finding> findings) {
        List<Finding> open = findings.stream()
                .filter(finding -> finding.verdict() != Verdict.INFO && !(finding.fix() instanceof Fix.None))
                .toList();
        List<Finding> counted = open.stream()
                .filter(finding -> finding.fix().left().isPresent())
                .toList();
        List<String> sentences = sentences(counted);
        List<String> lines = new ArrayList<>(sentences);
        if (!counted.isEmpty()) {
            lines.add("       " + (sentences.size() == 1 ? "leaves " : "together they leave ")
                    + Sentences.count(left(analysis, counted), "statement"));
        }
        sentences(open.stream().filter(finding -> !counted.contains(finding)).toList()).stream()
                .filter(line -> !lines.contains(line))
                .forEach(lines::add);
        return lines;
    }

    private static long left(Analysis analysis, List<Finding> findings) {
        long saved = findings.stream()
                .mapToLong(finding ->
                        finding.statementIds().size() - finding.fix().left().orElse(0))
                .sum();
        return analysis.recording().total() - saved;
    }

    private static List<String> sentences(List<Finding> findings) {
        Map<String, List<Finding>> fetchesByQuery = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.fix() instanceof Fix.FetchWithQuery) {
                fetchesByQuery
                        .computeIfAbsent(String.valueOf(finding.fixHere()), unused -> new ArrayList<>())
                        .add(finding);
            } else {
                others.add(FixSentences.of(finding));
            }
        }
        return Stream.concat(fetchesByQuery.values().stream().map(FixText::fetch), others.stream())
                .map(sentence -> "  Fix: " + sentence)
                .distinct()
                .toList();
    }

    private static String fetch(List<Finding> findings) {
        List<Fix.FetchWithQuery> fetches = findings.stream()
                .map(finding -> (Fix.FetchWithQuery) finding.fix())
                .toList();
        return FetchSentences.of(fetches, findings.get(0).fixHere());
    }
}
