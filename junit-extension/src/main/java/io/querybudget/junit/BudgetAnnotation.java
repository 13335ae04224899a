package io.querybudget.junit;

import io.querybudget.Budget;
import io.querybudget.Measure;
import io.querybudget.report.Report;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Reads {@link QueryBudget}. */
final class BudgetAnnotation {

    private BudgetAnnotation() {}

    /**
     * {@return the budget of the test method, else of its class, else of the class around that}
     *
     * @throws ExtensionConfigurationException if it is given twice or makes no sense
     */
    static Optional<Budget> find(ExtensionContext test) {
        Optional<ExtensionContext> context = Optional.of(test);
        while (context.isPresent()) {
            Optional<Budget> budget = context.get().getElement().flatMap(BudgetAnnotation::budget);
            if (budget.isPresent()) {
                return budget;
            }
            context = context.get().getParent();
        }
        return Optional.empty();
    }

    private static Optional<Budget> budget(AnnotatedElement element) {
        List<QueryBudget> found = element instanceof Class<?> type ? inherited(type) : declared(element);
        if (found.size() > 1) {
            throw new ExtensionConfigurationException(Report.twoBudgets(TestName.of(element)));
        }
        try {
            return found.stream().findFirst().map(BudgetAnnotation::read);
        } catch (IllegalArgumentException nonsense) {
            throw new ExtensionConfigurationException(
                    TestName.of(element) + ": @QueryBudget with " + nonsense.getMessage(), nonsense);
        }
    }

    /** A class without one has that of its superclass, else those of its interfaces, as JUnit looks up extensions. */
    private static List<QueryBudget> inherited(Class<?> type) {
        List<QueryBudget> found = new ArrayList<>(declared(type));
        if (found.isEmpty() && type.getSuperclass() != null) {
            found.addAll(inherited(type.getSuperclass()));
        }
        if (found.isEmpty()) {
            Arrays.stream(type.getInterfaces()).forEach(parent -> found.addAll(inherited(parent)));
        }
        return found;
    }

    private static List<QueryBudget> declared(AnnotatedElement element) {
        List<QueryBudget> found = new ArrayList<>();
        collect(element, found, new HashSet<>());
        return found;
    }

    private static void collect(AnnotatedElement element, List<QueryBudget> found, Set<Class<?>> visited) {
        for (Annotation annotation : element.getDeclaredAnnotations()) {
            if (annotation instanceof QueryBudget budget) {
                found.add(budget);
            } else if (visited.add(annotation.annotationType())) {
                collect(annotation.annotationType(), found, visited);
            }
        }
    }

    private static Budget read(QueryBudget annotation) {
        Map<Measure, Long> limits = new EnumMap<>(Measure.class);
        limits.put(Measure.STATEMENTS, (long) annotation.value());
        limits.put(Measure.SELECTS, (long) annotation.selects());
        limits.put(Measure.INSERTS, (long) annotation.inserts());
        limits.put(Measure.UPDATES, (long) annotation.updates());
        limits.put(Measure.DELETES, (long) annotation.deletes());
        limits.put(Measure.ROWS, annotation.rows());
        limits.values().removeIf(limit -> limit == Integer.MAX_VALUE);
        List<Budget.Allowance> allowances = Arrays.stream(annotation.allow())
                .map(allow -> new Budget.Allowance(allow.finding(), allow.because()))
                .toList();
        return new Budget(limits, false, annotation.because(), allowances);
    }
}
