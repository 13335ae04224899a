package io.querybudget;

import io.querybudget.Budget.Allowance;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the budgets of one test, of its whole and of its parts, said of the findings in it.
 *
 * @param allowances the allowances of the test
 * @param met those of them that named a finding
 * @param refused the findings that fail the test, each as often as it was met
 */
public record Ruling(Set<Allowance> allowances, Set<Allowance> met, List<Finding> refused) {

    /** Nothing was said. */
    public static final Ruling NONE = new Ruling(Set.of(), Set.of(), List.of());

    /** Copies the collections. */
    public Ruling {
        allowances = Set.copyOf(allowances);
        met = Set.copyOf(met);
        refused = List.copyOf(refused);
    }

    /** {@return this ruling, and what a budget says of the findings of the test or of a part} */
    public Ruling and(Budget budget, List<Finding> findings) {
        Set<Allowance> allAllowances = new LinkedHashSet<>(allowances);
        allAllowances.addAll(budget.allowances());
        Set<Allowance> allMet = new LinkedHashSet<>(met);
        budget.allowances().stream()
                .filter(allowance -> findings.stream().anyMatch(allowance::names))
                .forEach(allMet::add);
        List<Finding> allRefused = new ArrayList<>(refused);
        findings.stream().filter(budget::refuses).forEach(allRefused::add);
        return new Ruling(allAllowances, allMet, allRefused);
    }
}
