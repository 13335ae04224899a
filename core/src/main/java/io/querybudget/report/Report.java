package io.querybudget.report;

import io.querybudget.Analysis;
import io.querybudget.Budget;
import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.GrowthJudgement;
import io.querybudget.Judgement;
import io.querybudget.Recording;
import io.querybudget.SuiteSummary;
import io.querybudget.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * The texts that this library shows: where, expected and actual first, then the evidence as a tree, then the remedy.
 *
 * <p>Bound values are never printed.
 */
public final class Report {

    private static final int MOST_FINDINGS = 20;

    private Report() {}

    /** {@return the text of a unit of work that did not pass} */
    public static String failure(Judgement judgement) {
        return failure(judgement, List.of());
    }

    /**
     * {@return the text of a unit of work that did not pass}
     *
     * @param judgement what did not pass
     * @param failedFlushes the messages of the flushes of pending writes that failed, whose statements are missing
     */
    public static String failure(Judgement judgement, List<String> failedFlushes) {
        List<String> lines = new ArrayList<>();
        lines.addAll(headed(judgement.analysis().recording().name(), JudgementText.of(judgement)));
        Budget budget = judgement.budget();
        if (!budget.because().isEmpty() && !judgement.violations().isEmpty()) {
            lines.add("  because: " + budget.because());
        }
        failedFlushes.forEach(message -> lines.add("  note: " + SetupText.failedFlush(message)));
        List<String> details = details(judgement.analysis());
        if (!details.isEmpty()) {
            lines.add("");
            lines.addAll(details);
        }
        return String.join("\n", lines);
    }

    /**
     * {@return what was expected, for a comparison of it and {@link #actual}: the number, or a line for each limit that
     * was not kept}
     */
    public static Object expected(List<Violation> violations) {
        return compared(violations, Violation::limit);
    }

    /** {@return what was measured, in the form of {@link #expected}} */
    public static Object actual(List<Violation> violations) {
        return compared(violations, Violation::actual);
    }

    private static Object compared(List<Violation> violations, ToLongFunction<Violation> number) {
        return violations.size() == 1
                ? number.applyAsLong(violations.get(0))
                : violations.stream()
                        .map(violation -> violation.measure() + ": " + number.applyAsLong(violation))
                        .collect(Collectors.joining("\n"));
    }

    /**
     * {@return the text of code that executes more statements for more rows, or of which that is not known}
     *
     * @param judgement what did not pass
     * @param failedFlushes the messages of the persistence contexts that could not be emptied
     */
    public static String failure(GrowthJudgement judgement, List<String> failedFlushes) {
        return GrowthText.failure(judgement, failedFlushes);
    }

    /** {@return the text of a finding in a development log} */
    public static String warning(Analysis analysis, Finding finding) {
        return warning(analysis, List.of(finding));
    }

    /** {@return the text of several findings of one unit of work, whose trees and fixes are shown together} */
    public static String warning(Analysis analysis, List<Finding> findings) {
        String name = analysis.recording().name();
        List<String> lines = new ArrayList<>(headed(name, Headlines.of(analysis, findings, finding -> "")));
        lines.add("");
        lines.addAll(TreeText.of(analysis, findings));
        lines.addAll(fixes(analysis, findings));
        return String.join("\n", lines);
    }

    /** {@return what a unit of work executed, in one line} */
    public static String summary(Recording recording) {
        long rows = recording.statements().stream()
                .mapToLong(ExecutedStatement::rows)
                .sum();
        return recording.name() + ": " + Sentences.count(recording.total(), "statement") + ", "
                + Sentences.count(rows, "row");
    }

    /** {@return the short text of a finding that the log has in full already} */
    public static String reminder(Analysis analysis, Finding finding, int timesSeen) {
        return analysis.recording().name() + ": "
                + Sentences.finding(finding, Headlines.materialised(analysis, finding)) + ", seen " + timesSeen
                + " times";
    }

    /**
     * {@return what a suite cost, ranked}
     *
     * @param suite the suite
     * @param file where the same stands for programs to read
     */
    public static String suite(SuiteSummary suite, String file) {
        List<String> lines = new ArrayList<>(SuiteText.of(suite));
        lines.add("");
        lines.add("  In full: " + file);
        return String.join("\n", lines);
    }

    /** {@return what a unit of work executed, as a tree with the fixes below it} */
    public static String tree(Analysis analysis) {
        return String.join("\n", details(analysis));
    }

    static List<String> details(Analysis analysis) {
        List<String> lines = new ArrayList<>(TreeText.of(analysis));
        Recording recording = analysis.recording();
        if (recording.unexamined() > 0) {
            int examined = recording.statements().size();
            lines.add("  note: all " + (examined + recording.unexamined())
                    + " statements are counted, but only the first " + examined + " are examined");
        }
        lines.addAll(fixes(analysis, analysis.findings()));
        List<String> unexercised = analysis.unexercised().stream()
                .filter(each -> !each.isHidden())
                .map(Sentences::unexercised)
                .toList();
        cut(unexercised).forEach(each -> lines.add("  Not exercised: " + each));
        return lines;
    }

    private static List<String> fixes(Analysis analysis, List<Finding> findings) {
        List<String> lines =
                new ArrayList<>(FixText.of(analysis, findings.subList(0, Math.min(findings.size(), MOST_FINDINGS))));
        if (findings.size() > MOST_FINDINGS) {
            lines.add("  … and the fixes of " + Sentences.count(findings.size() - MOST_FINDINGS, "more finding"));
        }
        return lines;
    }

    /** {@return the first of some lines, and how many were left out} */
    private static List<String> cut(List<String> lines) {
        List<String> kept = new ArrayList<>(lines.subList(0, Math.min(lines.size(), MOST_FINDINGS)));
        if (lines.size() > MOST_FINDINGS) {
            kept.add("… and " + Sentences.count(lines.size() - MOST_FINDINGS, "more thing"));
        }
        return kept;
    }

    /** {@return the lines below a name, which stands before the first one only} */
    static List<String> headed(String name, List<String> lines) {
        List<String> headed = new ArrayList<>();
        for (String line : lines) {
            headed.add(headed.isEmpty() ? name + ": " + line : "  " + line);
        }
        return headed;
    }
}
