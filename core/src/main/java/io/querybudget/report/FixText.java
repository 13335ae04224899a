package io.querybudget.report;

import io.querybudget.Analysis;
import io.querybudget.Cause;
import io.querybudget.Finding;
import io.querybudget.Fix;
import io.querybudget.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what to change, and how many statements are left then. Attributes that one query can fetch become one sentence. */
final class FixText {

    private FixText() {}

    /** {@return the lines; those whose effect is known come first, with what they leave together, and mere hints last} */
    static List<String> of(Analysis analysis, List<Finding> findings) {
        List<Finding> open = findings.stream()
                .filter(finding -> finding.verdict() != Verdict.INFO && !(finding.fix() instanceof Fix.None))
                .toList();
        List<Finding> counted = open.stream()
                .filter(finding -> finding.fix().left().isPresent())
                .toList();
        List<String> sentences = sentences(analysis, counted);
        List<String> lines = new ArrayList<>(sentences);
        if (!counted.isEmpty()) {
            lines.add("       " + (sentences.size() == 1 ? "leaves " : "together they leave ")
                    + Sentences.count(Remainder.of(analysis, counted), "statement"));
        }
        sentences(
                        analysis,
                        open.stream()
                                .filter(finding -> !counted.contains(finding))
                                .toList())
                .stream()
                .filter(line -> !lines.contains(line))
                .forEach(lines::add);
        findings.stream()
                .filter(finding -> finding.verdict() == Verdict.INFO && !(finding.fix() instanceof Fix.None))
                .map(finding -> "  Info: " + FixSentences.of(finding))
                .distinct()
                .forEach(lines::add);
        return lines;
    }

    private static List<String> sentences(Analysis analysis, List<Finding> findings) {
        Map<String, List<Finding>> fetchesByQuery = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        for (Finding finding : findings) {
            if (FixSentences.fetch(finding.fix()).isPresent()) {
                fetchesByQuery
                        .computeIfAbsent(
                                finding.fixHere() + "\n" + query(analysis, finding), unused -> new ArrayList<>())
                        .add(finding);
            } else {
                others.add(FixSentences.of(finding));
            }
        }
        return Stream.concat(fetchesByQuery.values().stream().map(FixSentences::ofOneQuery), others.stream())
                .map(sentence -> "  Fix: " + sentence)
                .distinct()
                .toList();
    }

    /** {@return the text of the query that the fix is about, since one method may execute several} */
    private static String query(Analysis analysis, Finding finding) {
        Optional<Finding> enclosing = analysis.findings().stream()
                .filter(other -> other.id().equals(finding.enclosingId()) && !other.equals(finding))
                .filter(other -> other.statementIds().contains(finding.parentId()))
                .findFirst();
        return enclosing.isPresent()
                ? query(analysis, enclosing.get())
                : analysis.recording().statements().stream()
                        .filter(statement -> statement.id() == finding.parentId())
                        .findFirst()
                        .map(statement ->
                                statement.cause() instanceof Cause.Query query ? query.text() : statement.shape())
                        .orElse("");
    }
}
