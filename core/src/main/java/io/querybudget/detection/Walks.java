package io.querybudget.detection;

import io.querybudget.ExecutedStatement;
import io.querybudget.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Knows walks: look-ups whose rows hold the keys of the next ones, along a list, down a tree, or by other look-ups in turn. */
final class Walks {

    private static final int MANY = 3;

    private final Statements statements;
    private final KeyRelations relations;

    Walks(Statements statements, KeyRelations relations) {
        this.statements = statements;
        this.relations = relations;
    }

    /** {@return the rows of earlier statements of the same shape that the keys came from, by a tie of the mapping} */
    List<List<SourceRow>> ownRows(Repetition repetition, KeyColumn lookedUp) {
        Deque<ExecutedStatement> unread = statements.all().stream()
                .filter(statement -> statement.shape().equals(repetition.first().shape()))
                .collect(Collectors.toCollection(ArrayDeque::new));
        List<KeySource> earlier = new ArrayList<>();
        List<List<SourceRow>> rows = new ArrayList<>();
        for (int i = 0; i < repetition.triggers().size(); i++) {
            long id = repetition.triggers().get(i).statement().id();
            while (!unread.isEmpty() && unread.getFirst().id() < id) {
                earlier.addAll(tiedColumns(unread.removeFirst(), lookedUp));
            }
            Set<String> keys = lookedUp.keys().get(i);
            rows.add(earlier.stream()
                    .flatMap(source -> source.rowsOf(keys).stream())
                    .toList());
        }
        return rows;
    }

    private List<KeySource> tiedColumns(ExecutedStatement statement, KeyColumn lookedUp) {
        return KeySource.of(List.of(statement)).stream()
                .filter(source -> !source.name().equals(Optional.of(lookedUp.name())))
                .filter(source ->
                        relations.between(source.name(), lookedUp.name()).isPresent())
                .toList();
    }

    /** {@return whether the rows of one statement led to the next ones: all but the first, which began it} */
    static boolean areOfWalk(List<List<SourceRow>> ownRows) {
        return ownRows.stream().filter(List::isEmpty).count() <= 1;
    }

    /** A walk down a tree branches, and then it is an N+1; a walk along a list, or level by level, does not. */
    static Optional<Evidence> evidence(Repetition repetition, List<List<SourceRow>> rows) {
        Map<Long, Long> statementsBySource = rows.stream()
                .flatMap(sources -> sources.stream().map(SourceRow::statementId).distinct())
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        boolean branches = statementsBySource.values().stream().anyMatch(count -> count > 1);
        List<Trigger> members = IntStream.range(0, rows.size())
                .filter(i -> !rows.get(i).isEmpty())
                .mapToObj(i -> new Trigger(repetition.triggers().get(i).statement(), rows.get(i)))
                .toList();
        return branches || members.size() >= MANY
                ? Optional.of(
                        new Evidence(members, branches ? Verdict.PROVEN : Verdict.INFO, repetition.associations()))
                : Optional.empty();
    }

    /** {@return whether each statement but the first was led to by the one before it, through the rows in between} */
    boolean isAlong(Repetition repetition) {
        List<ExecutedStatement> steps =
                repetition.triggers().stream().map(Trigger::statement).toList();
        return IntStream.range(1, steps.size()).allMatch(i -> leadsTo(steps.get(i - 1), steps.get(i)));
    }

    private boolean leadsTo(ExecutedStatement first, ExecutedStatement last) {
        List<ExecutedStatement> between = statements.all().stream()
                .filter(statement -> statement.id() >= first.id() && statement.id() < last.id())
                .toList();
        ExecutedStatement step = last;
        for (int i = between.size() - 1; i >= 0; i--) {
            ExecutedStatement before = between.get(i);
            if (before.rows() == 1 && holdsKeysOf(before, step)) {
                step = before;
            }
        }
        return step.equals(first);
    }

    /** What a row was found by need not lead to anything: it may be the same for all, as a currency. */
    private static boolean holdsKeysOf(ExecutedStatement before, ExecutedStatement step) {
        Set<String> row = new HashSet<>();
        StatementKeys.rowsOf(before, column -> true).forEach(row::addAll);
        StatementKeys.of(before).keysByColumn().values().forEach(row::removeAll);
        Collection<Set<String>> keys = StatementKeys.of(step).keysByColumn().values();
        return keys.stream().anyMatch(row::containsAll);
    }
}
