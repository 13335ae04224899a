package io.querybudget.detection;

import io.querybudget.ExecutedStatement;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Knows walks in which the one row that a look-up finds holds the key of the next one, whatever is looked up in turn. */
final class Walks {

    private final Statements statements;

    Walks(Statements statements) {
        this.statements = statements;
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
