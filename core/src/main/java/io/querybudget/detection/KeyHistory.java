package io.querybudget.detection;

import io.querybudget.Cause;
import io.querybudget.Cause.EntityLoad.Reason;
import io.querybudget.ColumnValues;
import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.StatementKind;
import io.querybudget.sql.ColumnName;
import io.querybudget.sql.SqlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When the keys of a column came up in a recording: in rows that were read, or in queries that were given them.
 *
 * <p>A key that the application knew before any row held it, and one that it read anew for each look-up, need not come from
 * the rows of an earlier list.
 */
final class KeyHistory {

    /** The statements in which keys came up first, by key. */
    private record FirstUses(Map<String, Long> given, Map<String, Long> read) {

        boolean isGiven(String key, @Nullable SourceRow row) {
            long readFrom = row == null ? Long.MAX_VALUE : row.statementId();
            Long given = this.given.get(key);
            return given != null && given <= Math.min(readFrom, read.getOrDefault(key, Long.MAX_VALUE));
        }
    }

    private final Statements statements;
    private final KeyRelations relations;
    private final LongFunction<@Nullable Finding> findingOfStatement;
    private final Map<ColumnName, FirstUses> firstUses = new HashMap<>();

    KeyHistory(Statements statements, KeyRelations relations, LongFunction<@Nullable Finding> findingOfStatement) {
        this.statements = statements;
        this.relations = relations;
        this.findingOfStatement = findingOfStatement;
    }

    /** {@return whether queries were given the keys, all but one at most, before rows of a source or others held them} */
    boolean areGiven(KeyColumn lookedUp, KeySource source) {
        FirstUses first = firstUses.computeIfAbsent(lookedUp.name(), this::firstUses);
        return lookedUp.distinct().stream()
                        .filter(key -> !first.isGiven(key, source.rowsByKey().get(key)))
                        .count()
                < 2;
    }

    private FirstUses firstUses(ColumnName lookedUp) {
        FirstUses first = new FirstUses(new HashMap<>(), new HashMap<>());
        for (ExecutedStatement statement : statements.all()) {
            givenTo(statement, lookedUp).forEach(key -> first.given().putIfAbsent(key, statement.id()));
            readBy(statement, lookedUp).forEach(key -> first.read().putIfAbsent(key, statement.id()));
        }
        return first;
    }

    /** {@return the keys that the application asked for; a merge asks for those of entities that it was given} */
    private Stream<String> givenTo(ExecutedStatement statement, ColumnName lookedUp) {
        boolean isMerge = statement.cause() instanceof Cause.EntityLoad load && load.reason() == Reason.MERGE;
        return statement.kind() != StatementKind.SELECT || isMerge
                ? Stream.empty()
                : StatementKeys.of(statement).keysByColumn().entrySet().stream()
                        .filter(keys -> isTied(Optional.of(keys.getKey()), lookedUp))
                        .flatMap(keys -> keys.getValue().stream());
    }

    private Stream<String> readBy(ExecutedStatement statement, ColumnName lookedUp) {
        SqlText sql = SqlText.of(statement.sql());
        return statement.provenance().columns().stream()
                .filter(column -> isTied(sql.resultColumn(column.column()), lookedUp))
                .map(ColumnValues::values)
                .flatMap(values -> values.stream().map(StatementKeys::canonical))
                .filter(Objects::nonNull);
    }

    private boolean isTied(Optional<ColumnName> column, ColumnName lookedUp) {
        return relations.between(column, lookedUp).isPresent();
    }

    /** {@return whether the key of each look-up was last read by a statement that read none of the others} */
    boolean areReadApart(Repetition repetition, KeyColumn lookedUp) {
        List<Optional<ExecutedStatement>> readings = readings(repetition, lookedUp);
        Map<Object, Set<Set<String>>> keysByReading = new HashMap<>();
        for (int i = 0; i < readings.size(); i++) {
            ExecutedStatement reading = readings.get(i).orElse(null);
            Finding finding = reading == null ? null : findingOfStatement.apply(reading.id());
            Object group = finding == null ? Optional.ofNullable(reading) : finding;
            keysByReading
                    .computeIfAbsent(group, unused -> new HashSet<>())
                    .add(lookedUp.keys().get(i));
        }
        return readings.stream().allMatch(Optional::isPresent)
                && keysByReading.size() > 1
                && keysByReading.values().stream().allMatch(keys -> keys.size() == 1);
    }

    /** {@return whether each look-up has a transaction of its own, and its key was last read in it} */
    boolean areReadInTransactionOfEach(Repetition repetition, KeyColumn lookedUp) {
        List<Long> lookUps = repetition.triggers().stream()
                .map(trigger -> trigger.statement().transactionNumber())
                .toList();
        return Set.copyOf(lookUps).size() == lookUps.size()
                && lookUps.equals(readings(repetition, lookedUp).stream()
                        .flatMap(Optional::stream)
                        .map(ExecutedStatement::transactionNumber)
                        .toList())
                && areReadApart(repetition, lookedUp);
    }

    /** {@return the last statement before each look-up that read its key} */
    private List<Optional<ExecutedStatement>> readings(Repetition repetition, KeyColumn lookedUp) {
        List<Trigger> lookUps = repetition.triggers();
        Map<String, ExecutedStatement> lastByKey = new HashMap<>();
        List<Optional<ExecutedStatement>> readings = new ArrayList<>();
        for (ExecutedStatement statement : statements.all()) {
            int next = readings.size();
            if (next < lookUps.size() && lookUps.get(next).statement().id() == statement.id()) {
                readings.add(lookedUp.keys().get(next).stream()
                        .map(lastByKey::get)
                        .filter(Objects::nonNull)
                        .findFirst());
            } else {
                readBy(statement, lookedUp.name()).forEach(key -> lastByKey.put(key, statement));
            }
        }
        return readings;
    }
}
