package io.querybudget.detection;

import io.querybudget.Association;
import io.querybudget.Cause;
import io.querybudget.ExecutedStatement;
import io.querybudget.Owner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Groups the statements that loaded an association by the attribute and the call path.
 *
 * <p>One proxy per entity and session serves all attributes that refer to the entity, so a single load of a to-one may
 * fit several attributes. Over the repetitions of a loop only the attribute that the loop reads fits all of them.
 */
final class AssociationLoads {

    /** Loads of a to-one may have several shapes: that of each type of entity it refers to. */
    private static final Object TO_ONE = Association.Kind.TO_ONE;

    private AssociationLoads() {}

    /** {@return the repetitions, ordered by their first statement; a single statement counts as one} */
    static List<Repetition> in(Statements statements) {
        Map<CodePlace, List<ExecutedStatement>> loads = new LinkedHashMap<>();
        for (ExecutedStatement statement : statements.all()) {
            if (isSingleLoad(statement)) {
                loads.computeIfAbsent(place(statements, statement), unused -> new ArrayList<>())
                        .add(statement);
            }
        }
        return loads.values().stream()
                .map(AssociationLoads::splitByAttribute)
                .flatMap(Collection::stream)
                .sorted(Comparator.comparing(repetition -> repetition.first().id()))
                .toList();
    }

    private static boolean isSingleLoad(ExecutedStatement statement) {
        return !statement.provenance().owners().isEmpty()
                && !statement.cause().isBatched()
                && !StatementKeys.of(statement).isBatched();
    }

    private static CodePlace place(Statements statements, ExecutedStatement statement) {
        Object target = statement.cause() instanceof Cause.CollectionLoad load ? load.collection() : TO_ONE;
        return new CodePlace(target, statements.callPathOf(statement));
    }

    private static List<Repetition> splitByAttribute(List<ExecutedStatement> loads) {
        List<Repetition> repetitions = new ArrayList<>();
        List<ExecutedStatement> rest = new ArrayList<>(loads);
        while (!rest.isEmpty()) {
            Set<Association> attributes = mostFitting(rest);
            List<ExecutedStatement> fitting = rest.stream()
                    .filter(statement -> attributesOf(statement).containsAll(attributes))
                    .toList();
            repetitions.add(new Repetition(
                    List.copyOf(attributes),
                    fitting.stream().map(load -> trigger(load, attributes)).toList()));
            rest.removeAll(fitting);
        }
        return repetitions;
    }

    /** {@return the attributes that fit the most loads, all of them when several fit the same loads} */
    private static Set<Association> mostFitting(List<ExecutedStatement> loads) {
        Map<Association, Set<Long>> loadsByAttribute = new HashMap<>();
        for (ExecutedStatement load : loads) {
            for (Association attribute : attributesOf(load)) {
                loadsByAttribute
                        .computeIfAbsent(attribute, unused -> new LinkedHashSet<>())
                        .add(load.id());
            }
        }
        Set<Long> most = loadsByAttribute.values().stream()
                .max(Comparator.comparing(Set::size))
                .orElseThrow();
        return loadsByAttribute.entrySet().stream()
                .filter(entry -> entry.getValue().equals(most))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(Association::role))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<Association> attributesOf(ExecutedStatement statement) {
        return statement.provenance().owners().stream().map(Owner::association).collect(Collectors.toSet());
    }

    private static Trigger trigger(ExecutedStatement statement, Set<Association> attributes) {
        List<SourceRow> sources = statement.provenance().owners().stream()
                .filter(owner -> attributes.contains(owner.association()) && owner.statementId() != 0)
                .map(owner -> new SourceRow(owner.statementId(), owner.row(), owner.siblings()))
                .distinct()
                .toList();
        return new Trigger(statement, sources);
    }
}
