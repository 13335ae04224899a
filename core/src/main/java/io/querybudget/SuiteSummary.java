package io.querybudget;

import io.querybudget.Budget.Allowance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the tests of a suite executed and what was found in them.
 *
 * @param tests the tests, in the order in which they ended
 */
public record SuiteSummary(List<TestSummary> tests) {

    /**
     * A finding that one or more tests met.
     *
     * @param finding as the test met it in which it cost the most
     * @param statements how many statements it cost in all tests together
     * @param tests how many tests met it
     */
    public record Recurrence(Finding finding, int statements, int tests) {}

    /**
     * An allowance that named no finding in any test.
     *
     * @param allowance the allowance
     * @param tests the names of the tests that it holds for
     */
    public record Stale(Allowance allowance, List<String> tests) {

        /** Copies the collection. */
        public Stale {
            tests = List.copyOf(tests);
        }
    }

    /** Copies the collection. */
    public SuiteSummary {
        tests = List.copyOf(tests);
    }

    /** {@return each finding once, proven ones first, then by the statements it cost} */
    public List<Recurrence> findings() {
        Map<String, List<Finding>> byId = tests.stream()
                .flatMap(test -> test.findings().stream())
                .collect(Collectors.groupingBy(Finding::id, LinkedHashMap::new, Collectors.toList()));
        Map<String, Long> testsById = tests.stream()
                .flatMap(test -> test.findings().stream().map(Finding::id).distinct())
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        return byId.entrySet().stream()
                .map(same -> recurrence(same.getValue(), testsById.getOrDefault(same.getKey(), 0L)))
                .sorted(Comparator.comparing((Recurrence each) -> each.finding().verdict())
                        .thenComparing(Recurrence::statements, Comparator.reverseOrder()))
                .toList();
    }

    private static Recurrence recurrence(List<Finding> same, long tests) {
        Comparator<Finding> byCost = Comparator.comparing(Finding::verdict, Comparator.reverseOrder())
                .thenComparing(finding -> finding.statementIds().size());
        int statements =
                same.stream().mapToInt(finding -> finding.statementIds().size()).sum();
        return new Recurrence(same.stream().max(byCost).orElseThrow(), statements, (int) tests);
    }

    /** {@return the tests, those with the most statements first} */
    public List<TestSummary> costliest() {
        return tests.stream()
                .sorted(Comparator.comparing(TestSummary::statements).reversed())
                .toList();
    }

    /** {@return for each class whose tests have no limit the least that all of them would keep, by the class's name} */
    public Map<String, Integer> proposedBudgets() {
        return tests.stream()
                .filter(test -> !test.isLimited() && test.statements() > 0)
                .collect(Collectors.toMap(
                        TestSummary::testClass, TestSummary::statements, Math::max, LinkedHashMap::new));
    }

    /** {@return the allowances that named no finding, if all tests that they hold for came to their end} */
    public List<Stale> staleAllowances() {
        Set<Allowance> needed = new HashSet<>();
        Map<Allowance, List<String>> holders = new LinkedHashMap<>();
        for (TestSummary test : tests) {
            needed.addAll(
                    test.isComplete() ? test.ruling().met() : test.ruling().allowances());
            for (Allowance allowance : test.ruling().allowances()) {
                holders.computeIfAbsent(allowance, unused -> new ArrayList<>()).add(test.name());
            }
        }
        holders.keySet().removeAll(needed);
        return holders.entrySet().stream()
                .map(entry -> new Stale(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** {@return the roles that no test loaded for more than one owner} */
    public Set<String> unexercised() {
        Set<String> roles = new TreeSet<>();
        tests.forEach(test -> roles.addAll(test.unexercised()));
        List<String> exercised = new ArrayList<>();
        tests.forEach(test -> exercised.addAll(test.exercised()));
        exercised.forEach(roles::remove);
        return roles;
    }
}
