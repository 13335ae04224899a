package io.querybudget.report;

import io.querybudget.Budget;
import io.querybudget.Budget.Allowance;
import io.querybudget.Finding;
import io.querybudget.Judgement;
import io.querybudget.Recording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says why a unit of work did not pass: limits, findings, and what kept the counts from being certain. */
final class JudgementText {

    private static final int MOST_STRAYS = 5;

    private JudgementText() {}

    static List<String> of(Judgement judgement) {
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

    /** {@return how many statements an allowance permits that names the finding, or nothing when none names it} */
    private static String exceeded(Budget budget, Finding finding) {
        return budget.allowances().stream()
                .filter(allowance -> allowance.names(finding))
                .max(Comparator.comparing(Allowance::atMost))
                .map(allowance -> ", allowed up to " + Sentences.count(allowance.atMost(), "statement") + " because: "
                        + allowance.because())
                .orElse("");
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
