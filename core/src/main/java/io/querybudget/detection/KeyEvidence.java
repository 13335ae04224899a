package io.querybudget.detection;

import io.querybudget.Association;
import io.querybudget.Cause;
import io.querybudget.Cause.EntityLoad.Reason;
import io.querybudget.ExecutedStatement;
import io.querybudget.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Evidence by value: the keys that the statements looked up come from one column of an earlier result.
 *
 * <p>Keys of small test data coincide easily. So the evidence is exact only when all keys of that column were looked up,
 * and either the mapping ties the two columns together, or at least three keys came in the order of their rows.
 */
final class KeyEvidence {

    private static final int MANY = 3;

    private final Statements statements;
    private final KeyRelations relations;

    KeyEvidence(Statements statements, KeyRelations relations) {
        this.statements = statements;
        this.relations = relations;
    }

    Optional<Evidence> of(Repetition repetition) {
        List<StatementKeys> keys = repetition.triggers().stream()
                .map(trigger -> StatementKeys.of(trigger.statement()))
                .toList();
        Optional<KeyColumn> column = KeyColumn.of(keys);
        if (column.isEmpty()) {
            return Optional.empty();
        }
        KeyColumn lookedUp = column.get();
        List<SourceRow> ownRows = ownRows(repetition, lookedUp);
        if (ownRows.stream().filter(row -> row.equals(SourceRow.NONE)).count() <= 1) {
            return alongItself(repetition, ownRows);
        }
        return sources(repetition)
                .map(source -> match(repetition, lookedUp, source))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Evidence::verdict))
                .or(() -> fromElsewhere(repetition, lookedUp));
    }

    /** {@return the columns of earlier results, the latest first, and of all results of one shape together} */
    private Stream<KeySource> sources(Repetition repetition) {
        Set<Long> own = repetition.triggers().stream()
                .map(trigger -> trigger.statement().id())
                .collect(Collectors.toSet());
        long last = Collections.max(own);
        List<ExecutedStatement> earlier = statements.all().stream()
                .filter(statement -> statement.id() < last && !own.contains(statement.id()))
                .filter(statement -> !statement.provenance().columns().isEmpty())
                .toList();
        Map<String, List<ExecutedStatement>> byShape = earlier.stream()
                .collect(Collectors.groupingBy(ExecutedStatement::shape, LinkedHashMap::new, Collectors.toList()));
        List<List<ExecutedStatement>> groups = new ArrayList<>();
        earlier.stream()
                .filter(statement -> statement.id() < repetition.first().id())
                .forEach(statement -> groups.add(0, List.of(statement)));
        byShape.values().stream().filter(group -> group.size() > 1).forEach(groups::add);
        return groups.stream()
                .filter(group ->
                        group.stream().mapToLong(ExecutedStatement::rows).sum() > 1)
                .flatMap(group -> KeySource.of(group).stream());
    }

    private Optional<Evidence> match(Repetition repetition, KeyColumn lookedUp, KeySource source) {
        List<String> known = source.keys();
        List<String> keys = lookedUp.distinct();
        List<String> comparable = source.isComplete() ? keys : keys.subList(0, Math.min(keys.size(), known.size()));
        if (known.size() < 2 || !source.rowsByKey().keySet().containsAll(comparable)) {
            return Optional.empty();
        }
        boolean isAll = comparable.size() == known.size();
        boolean isInOrder = comparable.equals(known);
        Optional<KeyRelations.Tie> tie = relations.between(source.name(), lookedUp.name());
        boolean isProven = isAll && (tie.isPresent() || (isInOrder && keys.size() >= MANY));
        boolean isLikely = tie.isPresent() || (isAll && isInOrder) || keys.size() >= MANY;
        if (!isProven && !isLikely) {
            return Optional.empty();
        }
        List<Association> tied = tie.map(KeyRelations.Tie::associations).orElse(List.of());
        return Optional.of(new Evidence(
                members(repetition, lookedUp, source),
                isProven ? Verdict.PROVEN : Verdict.LIKELY,
                repetition.associations().isEmpty() ? tied : repetition.associations()));
    }

    private static List<Trigger> members(Repetition repetition, KeyColumn lookedUp, KeySource source) {
        return IntStream.range(0, repetition.triggers().size())
                .mapToObj(i -> {
                    SourceRow row = source.rowsByKey().get(lookedUp.keys().get(i));
                    return new Trigger(
                            repetition.triggers().get(i).statement(), row == null ? List.of() : List.of(row));
                })
                .toList();
    }

    /** {@return the row of an earlier statement of the repetition that each key came from, by a tie of the mapping} */
    private List<SourceRow> ownRows(Repetition repetition, KeyColumn lookedUp) {
        List<SourceRow> rows = new ArrayList<>();
        List<KeySource> earlier = new ArrayList<>();
        for (int i = 0; i < repetition.triggers().size(); i++) {
            String key = lookedUp.keys().get(i);
            rows.add(earlier.stream()
                    .map(source -> source.rowsByKey().get(key))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(SourceRow.NONE));
            KeySource.of(List.of(repetition.triggers().get(i).statement())).stream()
                    .filter(source -> !source.name().equals(Optional.of(lookedUp.name())))
                    .filter(source ->
                            relations.between(source.name(), lookedUp.name()).isPresent())
                    .forEach(earlier::add);
        }
        return rows;
    }

    /** A walk down a tree branches, and then it is an N+1; a walk along a list does not. */
    private static Optional<Evidence> alongItself(Repetition repetition, List<SourceRow> rows) {
        Map<Long, Long> rowsByStatement = rows.stream()
                .filter(row -> !row.equals(SourceRow.NONE))
                .distinct()
                .collect(Collectors.groupingBy(SourceRow::statementId, Collectors.counting()));
        boolean branches = rowsByStatement.values().stream().anyMatch(count -> count > 1);
        if (!branches) {
            return Optional.empty();
        }
        List<Trigger> members = IntStream.range(0, rows.size())
                .filter(i -> !rows.get(i).equals(SourceRow.NONE))
                .mapToObj(i -> new Trigger(repetition.triggers().get(i).statement(), List.of(rows.get(i))))
                .toList();
        return Optional.of(new Evidence(members, Verdict.PROVEN, repetition.associations()));
    }

    private static Optional<Evidence> fromElsewhere(Repetition repetition, KeyColumn lookedUp) {
        ExecutedStatement first = repetition.first();
        boolean isReread = first.cause() instanceof Cause.EntityLoad load && load.reason() == Reason.REFRESH;
        return lookedUp.distinct().size() < MANY || isReread || first.callPath().isEmpty()
                ? Optional.empty()
                : Optional.of(new Evidence(repetition.triggers(), Verdict.LIKELY, repetition.associations()));
    }
}
