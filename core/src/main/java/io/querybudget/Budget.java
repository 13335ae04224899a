package io.querybudget;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Limits on a unit of work, and the findings that it may have.
 *
 * @param expected the numbers that are expected exactly
 * @param most the most that is allowed
 * @param because why the limits are what they are, printed when one is exceeded; empty when nobody said
 * @param forbidden the kinds of findings that fail when they are proven
 * @param allowances the findings that do not fail nevertheless
 */
public record Budget(
        Limits expected, Limits most, String because, Set<FindingKind> forbidden, List<Allowance> allowances) {

    /** A budget without limits: only proven findings fail it. */
    public static final Budget UNLIMITED =
            new Budget(Limits.limits(), Limits.limits(), "", EnumSet.allOf(FindingKind.class), List.of());

    /**
     * A finding that does not fail a test.
     *
     * @param finding its id, or its kind and role such as {@code N_PLUS_ONE Order.lines}
     * @param because the reason
     */
    public record Allowance(String finding, String because) {

        /** Refuses blank texts. */
        public Allowance {
            requireText("finding", finding, "name its id, or its kind and role such as N_PLUS_ONE Order.lines");
            requireText("because", because, "say the reason");
        }

        /** {@return whether this allowance names the finding} */
        public boolean covers(Finding candidate) {
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
        forbidden = Set.copyOf(forbidden);
        allowances = List.copyOf(allowances);
        if (!because.isEmpty()) {
            requireText("because", because, "say the reason or leave it out");
        }
    }

    /** {@return a budget of exactly these numbers} */
    public static Budget exactly(Limits limits) {
        return UNLIMITED.and(new Budget(limits, Limits.limits(), "", Set.of(), List.of()));
    }

    /** {@return a budget of at most these numbers} */
    public static Budget atMost(Limits limits) {
        return UNLIMITED.and(new Budget(Limits.limits(), limits, "", Set.of(), List.of()));
    }

    /** {@return a budget of what this one and another one ask for} */
    public Budget and(Budget other) {
        Set<FindingKind> allForbidden = EnumSet.noneOf(FindingKind.class);
        allForbidden.addAll(forbidden);
        allForbidden.addAll(other.forbidden);
        List<Allowance> allAllowances = new ArrayList<>(allowances);
        allAllowances.addAll(other.allowances);
        String reasons = String.join(
                "; ",
                Stream.of(because, other.because)
                        .filter(reason -> !reason.isEmpty())
                        .toList());
        return new Budget(expected.and(other.expected), most.and(other.most), reasons, allForbidden, allAllowances);
    }

    /** {@return this budget, which proven findings fail only if they are of these kinds} */
    public Budget forbidding(Set<FindingKind> kinds) {
        return new Budget(expected, most, because, kinds, allowances);
    }

    /** {@return this budget, which some findings do not fail} */
    public Budget allowing(List<Allowance> allowed) {
        return new Budget(expected, most, because, forbidden, allowed);
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
        return !forbidden.isEmpty() || measures().anyMatch(Measure::isExamined);
    }

    /** {@return whether a finding fails this budget: it is proven and forbidden, and no allowance names it} */
    public boolean refuses(Finding finding) {
        return finding.verdict() == Verdict.PROVEN
                && forbidden.contains(finding.kind())
                && allowances.stream().noneMatch(allowance -> allowance.covers(finding));
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
