package io.querybudget.report;

import io.querybudget.Analysis;
import io.querybudget.Budget;
import io.querybudget.Budget.Allowance;
import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.GrowthJudgement;
import io.querybudget.Judgement;
import io.querybudget.Recording;
import io.querybudget.SuiteSummary;
import io.querybudget.SuiteSummary.Stale;
import io.querybudget.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * The texts that this library shows: where, expected and actual first, then the evidence as a tree, then the remedy.
 *
 * <p>Bound values are never printed.
 */
public final class Report {

    private static final int MOST_STRAYS = 5;
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
        lines.addAll(headed(judgement.analysis().recording().name(), headlines(judgement)));
        Budget budget = judgement.budget();
        if (!budget.because().isEmpty() && !judgement.violations().isEmpty()) {
            lines.add("  because: " + budget.because());
        }
        failedFlushes.forEach(message -> lines.add("  note: " + failedFlush(message)));
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

    /** {@return that a setting is none} */
    public static String unknownSetting(String key, Collection<String> known) {
        return key + " is no setting of QueryBudget; there are " + String.join(", ", known);
    }

    /** {@return that some tests were not judged, although the project asks something of each} */
    public static String unjudged(int tests) {
        return "QueryBudget: what the settings ask of each test was not asked of " + Sentences.count(tests, "test")
                + ", because QueryBudgetExtension does not run in them: the project configures JUnit's detection of extensions"
                + " without it, or they belong to another engine than Jupiter";
    }

    /** {@return that an allowance is not needed any more, or never was} */
    public static String stale(Stale stale) {
        List<String> tests = stale.tests();
        return "@Allow(finding = \"" + stale.allowance().finding() + "\") met no such finding in "
                + (tests.size() == 1
                        ? tests.get(0)
                        : Sentences.count(tests.size(), "test") + " such as " + tests.get(0))
                + "; if that is all it was for, remove it";
    }

    /** {@return what a unit of work executed, as a tree with the fixes below it} */
    public static String tree(Analysis analysis) {
        return String.join("\n", details(analysis));
    }

    /** {@return why a budget cannot be judged when no data source was observed} */
    public static String nothingObserved(String unitOfWork) {
        return unitOfWork + ": no SQL could be counted, because no data source is observed\n"
                + "  Hibernate 6.6 or newer is observed without configuration when querybudget-core is on its class path.\n"
                + "  With Spring, add querybudget-spring. Without both, wrap the data source:"
                + " ObservedDataSource.wrap(dataSource, \"name\")";
    }

    /** {@return why a budget cannot be judged when the test can use data sources that are not observed} */
    public static String unobserved(String unitOfWork, Collection<String> dataSources) {
        return unitOfWork + ": the SQL of " + String.join(" and ", dataSources)
                + " was not counted, because " + (dataSources.size() == 1 ? "it is" : "they are") + " not observed\n"
                + "  Wrap what creates it: ObservedDataSource.wrap(dataSource, \"name\")";
    }

    /** {@return why a budget cannot be judged in a test of Spring without the Spring module} */
    public static String springUnobserved(String unitOfWork) {
        return unitOfWork + ": what Spring's data sources execute beside Hibernate was not counted, because"
                + " querybudget-spring is not on the class path\n"
                + "  Add io.querybudget:querybudget-spring with scope test";
    }

    /** {@return what is missing when pending writes could not be flushed; the part of the message that may hold values is cut} */
    public static String failedFlush(String message) {
        return "pending writes could not be flushed, so the counts may be too low: "
                + message.split("[\\[\n]", 2)[0].strip();
    }

    /** {@return why the rest of a test cannot be judged; the call is given as {@code expectQueries(…)}} */
    public static String noTest(String call) {
        return call + " is for the rest of a test that QueryBudget runs in, and none runs on this thread\n"
                + "  Annotate the test class with @ExtendWith(QueryBudgetExtension.class), or give it a block: "
                + call.replace(")", ", () -> …)");
    }

    /** {@return why an annotation cannot be read} */
    public static String twice(String element, String annotation) {
        return element + ": two @" + annotation
                + " annotations, given directly or through other annotations; one must go";
    }

    /** {@return why a limit on a data source cannot be judged} */
    public static String unknownDataSources(String unitOfWork, Collection<String> named, Collection<String> observed) {
        return unitOfWork + ": a limit is set on " + String.join(" and ", named)
                + ", but the data sources that are observed are " + String.join(", ", observed);
    }

    /** {@return why no growth is the wrong one} */
    public static String irregularGrowth() {
        return "growth IRREGULAR is not to be allowed; allow BATCHED or LINEAR, or no growth";
    }

    /** {@return why a growth check cannot make rows} */
    public static String noPopulateMethod(String test, String populate) {
        return test + ": @ConstantQueries with populate = \"" + populate
                + "\" names no method of the test class with one parameter of type int";
    }

    /** {@return why a growth check cannot use its sizes} */
    public static String badSizes(String test, String sizes) {
        return test + ": @ConstantQueries with sizes = " + sizes + "; name at least three, ascending from 1 on";
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

    /** {@return how many statements an allowance permits that names the finding, or nothing when none names it} */
    private static String exceeded(Budget budget, Finding finding) {
        return budget.allowances().stream()
                .filter(allowance -> allowance.names(finding))
                .max(Comparator.comparing(Allowance::atMost))
                .map(allowance -> ", allowed up to " + Sentences.count(allowance.atMost(), "statement") + " because: "
                        + allowance.because())
                .orElse("");
    }

    static List<String> headlines(Judgement judgement) {
        List<String> lines = new ArrayList<>();
        judgement.violations().forEach(violation -> lines.add(LimitText.of(violation)));
        lines.addAll(Headlines.of(
                judgement.analysis(), judgement.refused(), finding -> exceeded(judgement.budget(), finding)));
        judgement.hidden().forEach(each -> lines.add(Sentences.unexercised(each)));
        Judgement.Uncounted uncounted = judgement.uncounted();
        if (uncounted.unseen() > 0) {
            lines.add("Hibernate executed " + Sentences.count(uncounted.unseen(), "statement")
                    + " over a connection that is not observed, so the counts are too low; wrap its data source with"
                    + " ObservedDataSource.wrap(dataSource, \"name\")");
        }
        if (uncounted.untold() > 0) {
            lines.add("this cannot be certified: Hibernate does not tell what "
                    + Sentences.count(uncounted.untold(), "select") + " of a StatelessSession loaded");
        }
        if (uncounted.unexamined() > 0) {
            lines.add("this cannot be certified: " + Sentences.count(uncounted.unexamined(), "statement")
                    + " more than one unit of work examines; split it");
        }
        List<Recording.Stray> strays = uncounted.strays();
        strays.stream().limit(MOST_STRAYS).forEach(stray -> lines.add(stray(stray)));
        if (strays.size() > MOST_STRAYS) {
            lines.add("so did " + Sentences.count(strays.size() - MOST_STRAYS, "more thread"));
        }
        return lines;
    }

    private static String stray(Recording.Stray stray) {
        boolean isRequest = !stray.request().isEmpty();
        return "the limit cannot be certified: " + (isRequest ? stray.request() + " on " : "") + "thread \""
                + stray.thread() + "\" executed " + Sentences.count(stray.count(), "statement") + " on "
                + stray.dataSource() + " meanwhile, and nothing tells for whom; "
                + (isRequest
                        ? "send it with a client of Spring Boot's tests, or with the header X-QueryBudget-Unit:"
                                + " Recorder.token()"
                        : "hand the unit of work to it with UnitOfWork.wrap(task), or, if it works for no test, set"
                                + " querybudget.background-threads=" + stray.thread());
    }
}
