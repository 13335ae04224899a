package io.querybudget.report;

import io.querybudget.CallSite;
import io.querybudget.Finding;
import io.querybudget.SuiteSummary;
import io.querybudget.SuiteSummary.Recurrence;
import io.querybudget.TestSummary;
import io.querybudget.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Ranks what a suite cost: the findings, the tests, the budgets it could keep, and what it never exercised. */
final class SuiteText {

    private static final int MOST_LINES = 10;

    private SuiteText() {}

    static List<String> of(SuiteSummary suite) {
        List<Recurrence> findings = suite.findings();
        List<String> lines = new ArrayList<>();
        lines.add(headline(suite, findings));
        addPart(lines, "Findings", findings, SuiteText::finding);
        addPart(
                lines,
                "Tests with the most statements",
                suite.costliest().stream().filter(test -> test.statements() > 0).toList(),
                SuiteText::test);
        addPart(lines, "Budgets that would hold", suite.proposedBudgets().entrySet(), SuiteText::budget);
        addPart(
                lines,
                "Loaded for one owner only, so that no test could show an N+1",
                suite.unexercised(),
                role -> List.of("    " + role));
        return lines;
    }

    private static String headline(SuiteSummary suite, List<Recurrence> findings) {
        long statements =
                suite.tests().stream().mapToLong(TestSummary::statements).sum();
        long proven = findings.stream()
                .filter(each -> each.finding().verdict() == Verdict.PROVEN)
                .count();
        return "QueryBudget: " + Sentences.count(suite.tests().size(), "test") + " executed "
                + Sentences.count(statements, "statement") + "; " + Sentences.count(proven, "proven finding") + ", "
                + (findings.size() - proven) + " likely";
    }

    private static <T> void addPart(
            List<String> lines, String title, Collection<T> items, Function<T, List<String>> text) {
        if (items.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("  " + title);
        items.stream().limit(MOST_LINES).forEach(item -> lines.addAll(text.apply(item)));
        if (items.size() > MOST_LINES) {
            lines.add("    … and " + (items.size() - MOST_LINES) + " more");
        }
    }

    private static List<String> finding(Recurrence recurrence) {
        Finding finding = recurrence.finding();
        CallSite origin = finding.origin();
        String subject = Sentences.associations(finding);
        return List.of(
                "    " + Sentences.count(recurrence.statements(), "statement") + " in "
                        + Sentences.count(recurrence.tests(), "test") + ": " + Sentences.label(finding)
                        + (subject.isEmpty() ? "" : ": " + subject)
                        + (origin == null ? "" : " at " + origin) + " [id " + finding.id() + "]",
                "      Fix: " + FixSentences.of(finding));
    }

    private static List<String> test(TestSummary test) {
        return List.of("    " + Sentences.count(test.statements(), "statement") + ": " + test.name());
    }

    private static List<String> budget(Map.Entry<String, Integer> budget) {
        return List.of("    @QueryBudget(" + budget.getValue() + ") on " + budget.getKey());
    }
}
