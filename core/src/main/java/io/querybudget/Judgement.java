package io.querybudget;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a budget says about a unit of work.
 *
 * @param budget the budget
 * @param analysis what was executed, and what was found in it
 * @param violations the limits that were not kept
 * @param refused the findings that the rules refuse and no allowance covers
 * @param uncounted the statements that kept the counts from being certain
 */
public record Judgement(
        Budget budget, Analysis analysis, List<Violation> violations, List<Finding> refused, Uncounted uncounted) {

    /**
     * Statements that ran but could not be counted, or not be looked at.
     *
     * @param strays statements of threads that belong to no unit of work, on data sources that this one may have used
     * @param unseen statements that Hibernate executed over connections that are not observed
     * @param untold selects of stateless sessions, if the budget limits what is loaded
     * @param unexamined statements beyond the ceiling of the unit of work, if the budget asks for more than their number
     */
    public record Uncounted(List<Recording.Stray> strays, int unseen, long untold, int unexamined) {

        /**
         * {@return what kept the counts of a recording from being certain} A unit of work that executed nothing itself may
         * have left all to other threads, on whichever data source.
         */
        public static Uncounted of(Recording recording) {
            Set<String> used = recording.statements().stream()
                    .map(statement -> statement.execution().dataSource())
                    .collect(Collectors.toSet());
            List<Recording.Stray> strays = recording.strays().stream()
                    .filter(stray -> used.isEmpty() || used.contains(stray.dataSource()))
                    .toList();
            return new Uncounted(strays, recording.unseen(), 0, recording.unexamined());
        }

        /** {@return whether nothing is missing} */
        public boolean isEmpty() {
            return strays.isEmpty() && unseen == 0 && untold == 0 && unexamined == 0;
        }
    }

    /** Copies the collections. */
    public Judgement {
        violations = List.copyOf(violations);
        refused = List.copyOf(refused);
    }

    /** {@return the judgement of a budget about an analysis} */
    public static Judgement of(Budget budget, Analysis analysis) {
        return new Judgement(
                budget,
                analysis,
                budget.violations(analysis.recording()),
                analysis.findings().stream().filter(budget::refuses).toList(),
                uncounted(budget, analysis.recording()));
    }

    /** {@return whether all limits are known to be kept and nothing proven is wrong} */
    public boolean isPassed() {
        return violations.isEmpty() && refused.isEmpty() && uncounted.isEmpty() && hidden().isEmpty();
    }

    /** {@return what was read without the statements that it costs elsewhere} */
    public List<Unexercised> hidden() {
        return analysis.unexercised().stream().filter(Unexercised::isHidden).toList();
    }

    /** A limit cannot be certified when statements were not counted; without a limit nothing has to be certified. */
    private static Uncounted uncounted(Budget budget, Recording recording) {
        Uncounted uncounted = Uncounted.of(recording);
        return new Uncounted(
                budget.isUnlimited() ? List.of() : uncounted.strays(),
                uncounted.unseen(),
                budget.measures().anyMatch(measure -> measure.quantity().isOfLoads())
                        ? recording.count(load -> load.kind() == Load.Kind.UNTOLD)
                        : 0,
                budget.isExamining() ? uncounted.unexamined() : 0);
    }
}
