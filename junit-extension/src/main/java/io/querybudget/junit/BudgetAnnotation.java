package io.querybudget.junit;

import io.querybudget.Budget;
import io.querybudget.FindingKind;
import io.querybudget.Limits;
import io.querybudget.Reaction;
import io.querybudget.Rules;
import io.querybudget.report.SetupText;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Reads {@link QueryBudget} and {@link ExpectQueries}. */
final class BudgetAnnotation {

    private BudgetAnnotation() {}

    /**
     * {@return the budget of the test method, else of its class, else of the class around that}
     *
     * @throws ExtensionConfigurationException if one is given twice or makes no sense
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
        List<Annotation> found = element instanceof Class<?> type ? inherited(type) : declared(element);
        Set<Class<?>> types = new HashSet<>();
        for (Annotation annotation : found) {
            if (!types.add(annotation.annotationType())) {
                throw new ExtensionConfigurationException(SetupText.twice(
                        TestName.of(element), annotation.annotationType().getSimpleName()));
            }
        }
        return found.stream()
                .map(annotation -> budget(element, annotation))
                .reduce((one, other) -> both(element, one, other));
    }

    private static Budget both(AnnotatedElement element, Budget one, Budget other) {
        try {
            return one.and(other);
        } catch (IllegalArgumentException contradiction) {
            throw new ExtensionConfigurationException(
                    TestName.of(element) + ": " + contradiction.getMessage(), contradiction);
        }
    }

    private static Budget budget(AnnotatedElement element, Annotation annotation) {
        try {
            return annotation instanceof ExpectQueries expected ? read(expected) : read((QueryBudget) annotation);
        } catch (IllegalArgumentException nonsense) {
            throw new ExtensionConfigurationException(
                    TestName.of(element) + ": @" + annotation.annotationType().getSimpleName() + " with "
                            + nonsense.getMessage(),
                    nonsense);
        }
    }

    /** A class without one has that of its superclass, else those of its interfaces, as JUnit looks up extensions. */
    private static List<Annotation> inherited(Class<?> type) {
        List<Annotation> found = new ArrayList<>(declared(type));
        if (found.isEmpty() && type.getSuperclass() != null) {
            found.addAll(inherited(type.getSuperclass()));
        }
        if (found.isEmpty()) {
            Arrays.stream(type.getInterfaces()).forEach(parent -> found.addAll(inherited(parent)));
        }
        return found;
    }

    private static List<Annotation> declared(AnnotatedElement element) {
        List<Annotation> found = new ArrayList<>();
        collect(element, found, new HashSet<>());
        return found;
    }

    private static void collect(AnnotatedElement element, List<Annotation> found, Set<Class<?>> visited) {
        for (Annotation annotation : element.getDeclaredAnnotations()) {
            if (annotation instanceof QueryBudget || annotation instanceof ExpectQueries) {
                found.add(annotation);
            } else if (visited.add(annotation.annotationType())) {
                collect(annotation.annotationType(), found, visited);
            }
        }
    }

    private static Budget read(QueryBudget given) {
        Limits most = LimitAttributes.read(given, given.from(), given.loaded(), given.on());
        Rules rules = rules(given.fail(), given.warn(), given.off());
        return new Budget(Limits.limits(), most, given.because(), rules, allowances(given.allow()));
    }

    private static Budget read(ExpectQueries given) {
        Limits expected = LimitAttributes.read(given, given.from(), given.loaded(), given.on());
        Rules rules = rules(given.fail(), given.warn(), given.off());
        return new Budget(expected, Limits.limits(), given.because(), rules, allowances(given.allow()));
    }

    private static Rules rules(FindingKind[] fail, FindingKind[] warn, FindingKind[] off) {
        return Rules.DEFAULT
                .with(Reaction.FAIL, List.of(fail))
                .with(Reaction.WARN, List.of(warn))
                .with(Reaction.OFF, List.of(off));
    }

    private static List<Budget.Allowance> allowances(Allow[] allow) {
        return Arrays.stream(allow)
                .map(allowed -> new Budget.Allowance(allowed.finding(), allowed.atMost(), allowed.because()))
                .toList();
    }
}
