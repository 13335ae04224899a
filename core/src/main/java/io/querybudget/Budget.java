package io.querybudget;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Limits on a unit of work, and the findings that it may have.
 *
 * @param limits the limit of each measure that has one, never negative
 * @param isExact whether the limits are the exact numbers expected, not the most allowed
 * @param because why the limits are what they are, printed when one is exceeded; empty when nobody said
 * @param allowances the findings that do not fail
 */
public record Budget(Map<Measure, Long> limits, boolean isExact, String because, List<Allowance> allowances) {

    /** A budget without limits: only proven findings fail it. */
    public static final Budget UNLIMITED = new Budget(Map.of(), false, "", List.of());

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
     * @throws IllegalArgumentException if a limit is negative, or {@code because} has characters but no text
     */
    public Budget {
        limits = Map.copyOf(limits);
        allowances = List.copyOf(allowances);
        limits.forEach((measure, limit) -> {
            if (limit < 0) {
                throw new IllegalArgumentException(attribute(measure) + " = " + limit + " is negative; the least is 0");
            }
        });
        if (!because.isEmpty()) {
            requireText("because", because, "say the reason or leave it out");
        }
    }

    /** {@return a budget of exactly this many statements} */
    public static Budget exactly(int statements) {
        return new Budget(Map.of(Measure.STATEMENTS, (long) statements), true, "", List.of());
    }

    /** {@return a budget of at most this many statements} */
    public static Budget atMost(int statements) {
        return UNLIMITED.with(Measure.STATEMENTS, statements);
    }

    /** {@return this budget with one more limit} */
    public Budget with(Measure measure, long limit) {
        Map<Measure, Long> more = new EnumMap<>(Measure.class);
        more.putAll(limits);
        more.put(measure, limit);
        return new Budget(more, isExact, because, allowances);
    }

    /** {@return whether a finding fails this budget: it is proven and no allowance names it} */
    public boolean refuses(Finding finding) {
        return finding.verdict() == Verdict.PROVEN
                && allowances.stream().noneMatch(allowance -> allowance.covers(finding));
    }

    /** {@return the limits that a recording does not keep, in the order of the measures} */
    public List<Violation> violations(Recording recording) {
        return limits.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Violation(
                        entry.getKey(),
                        entry.getValue(),
                        isExact,
                        entry.getKey().of(recording)))
                .filter(violation ->
                        isExact ? violation.actual() != violation.limit() : violation.actual() > violation.limit())
                .toList();
    }

    private static String attribute(Measure measure) {
        return measure == Measure.STATEMENTS ? "value" : measure.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static void requireText(String attribute, String text, String remedy) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(attribute + " = \"" + text + "\" is blank; " + remedy);
        }
    }
}
