package io.querybudget;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Limits on a unit of work, and the findings that it may have.
 *
 * @param expected the numbers that are expected exactly
 * @param most the most that is allowed
 * @param because why the limits are what they are, printed when one is exceeded; empty when nobody said
 * @param rules which findings fail
 * @param allowances the findings that do not fail nevertheless
 */
public record Budget(Limits expected, Limits most, String because, Rules rules, List<Allowance> allowances) {

    /** A budget without limits: only findings fail it. */
    public static final Budget UNLIMITED = new Budget(Limits.limits(), Limits.limits(), "", Rules.DEFAULT, List.of());

    /**
     * A finding that does not fail a test.
     *
     * @param finding its id, or its kind and role such as {@code N_PLUS_ONE Order.lines}
     * @param atMost how many statements it may be about
     * @param because the reason
     */
    public record Allowance(String finding, int atMost, String because) {

        /**
         * Refuses what makes no sense.
         *
         * @throws IllegalArgumentException if a text is blank or the number is negative
         */
        public Allowance {
            requireText("finding", finding, "name its id, or its kind and role such as N_PLUS_ONE Order.lines");
            requireText("because", because, "say the reason");
            Limits.requireLimit("atMost", atMost);
        }

        /** {@return whether this allowance names the finding and holds for as many statements} */
        public boolean covers(Finding candidate) {
            return candidate.statementIds().size() <= atMost && names(candidate);
        }

        /** {@return whether this allowance names the finding} */
        public boolean names(Finding candidate) {
            return finding.equals(candidate.id())
                    || candidate.associations().stream()
                            .anyMatch(association -> finding.equals(candidate.kind() + " " + association.simpleRole())
                                    || finding.equals(candidate.kind() + " " + association.role()));
        }
    }

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException if {@code because} has characters but no text
     */
    public Budget {
        allowances = List.copyOf(allowances);
        if (!because.isEmpty()) {
            requireText("because", because, "say the reason or leave it out");
        }
    }

    /** {@return a budget of exactly these numbers} */
    public static Budget exactly(Limits limits) {
        return new Budget(limits, Limits.limits(), "", Rules.DEFAULT, List.of());
    }

    /** {@return a budget of at most these numbers} */
    public static Budget atMost(Limits limits) {
        return new Budget(Limits.limits(), limits, "", Rules.DEFAULT, List.of());
    }

    /**
     * {@return a budget of what this one and another one ask for}
     *
     * @throws IllegalArgumentException if a kind of finding leads to something else in each
     */
    public Budget and(Budget other) {
        List<Allowance> allAllowances = new ArrayList<>(allowances);
        allAllowances.addAll(other.allowances);
        String reasons = String.join(
                "; ",
                Stream.of(because, other.because)
                        .filter(reason -> !reason.isEmpty())
                        .toList());
        return new Budget(
                expected.and(other.expected), most.and(other.most), reasons, rules.and(other.rules), allAllowances);
    }

    /** {@return this budget with other rules} */
    public Budget with(Rules others) {
        return new Budget(expected, most, because, others, allowances);
    }

    /** {@return this budget, which these findings do not fail either} */
    public Budget allowing(List<Allowance> allowed) {
        List<Allowance> all = new ArrayList<>(allowances);
        all.addAll(allowed);
        return new Budget(expected, most, because, rules, all);
    }

    /** {@return whether no number is limited} */
    public boolean isUnlimited() {
        return expected.isEmpty() && most.isEmpty();
    }

    /** {@return what is limited} */
    public Stream<Measure> measures() {
        return Stream.of(expected, most).flatMap(limits -> limits.numbers().keySet().stream());
    }

    /** {@return whether it can be judged only by looking at each statement} */
    public boolean isExamining() {
        return rules.canRefuse() || measures().anyMatch(Measure::isExamined);
    }

    /** {@return whether a finding fails this budget: the rules refuse it, and no allowance covers it} */
    public boolean refuses(Finding finding) {
        return rules.refuse(finding) && !allows(finding);
    }

    /** {@return whether an allowance covers a finding} */
    public boolean allows(Finding finding) {
        return allowances.stream().anyMatch(allowance -> allowance.covers(finding));
    }

    /**
     * {@return the limits that a recording does not keep, expected ones first}
     *
     * @throws IllegalArgumentException if a limit is about an entity or a collection that no mapping knows
     */
    public List<Violation> violations(Recording recording) {
        return Stream.concat(violations(expected, true, recording), violations(most, false, recording))
                .toList();
    }

    private static Stream<Violation> violations(Limits limits, boolean isExact, Recording recording) {
        return limits.numbers().entrySet().stream()
                .map(limit -> new Violation(
                        limit.getKey(),
                        limit.getValue(),
                        isExact,
                        limit.getKey().of(recording)))
                .filter(violation ->
                        isExact ? violation.actual() != violation.limit() : violation.actual() > violation.limit());
    }

    private static void requireText(String attribute, String text, String remedy) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(attribute + " = \"" + text + "\" is blank; " + remedy);
        }
    }
}
