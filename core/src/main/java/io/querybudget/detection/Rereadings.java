package io.querybudget.detection;

import io.querybudget.ExecutedStatement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Knows queries that were executed again with the same parameters, whose rows then stand for nothing but themselves. */
final class Rereadings {

    private final Statements statements;

    Rereadings(Statements statements) {
        this.statements = statements;
    }

    /** {@return whether one list was read again for each statement, to pick one of its rows} */
    boolean areOwnersPicked(Repetition repetition) {
        List<ExecutedStatement> lists = repetition.triggers().stream()
                .flatMap(trigger -> trigger.sources().stream())
                .filter(source -> source.siblings() > 1)
                .map(source -> statements.find(source.statementId()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return repetition.areOwnersKnown()
                && lists.size() == repetition.triggers().size()
                && lists.stream().allMatch(list -> isSameQuestion(list, lists.get(0)));
    }

    private static boolean isSameQuestion(ExecutedStatement statement, ExecutedStatement other) {
        return statement.sql().equals(other.sql())
                && statement.provenance().parameters().equals(other.provenance().parameters());
    }

    /** The rows of a query that was executed again meanwhile need not be those that led to the look-ups. */
    boolean isReadAgain(KeySource source, Repetition repetition) {
        long first = repetition.first().id();
        long last = repetition.last().id();
        Set<ExecutedStatement> read = source.rowsByKey().values().stream()
                .map(row -> statements.find(row.statementId()))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return statements.all().stream()
                .filter(statement -> statement.id() > first && statement.id() < last)
                .anyMatch(again -> read.stream()
                        .anyMatch(statement -> statement.id() < again.id() && isSameQuestion(statement, again)));
    }
}
