package io.querybudget.detection;

import io.querybudget.Association;
import io.querybudget.CallSite;
import io.querybudget.Cause;
import io.querybudget.ExecutedStatement;
import io.querybudget.Owner;
import io.querybudget.StatementKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements of a recording, by their ids and their flushes too. */
final class Statements {

    private final List<ExecutedStatement> all;
    private final Map<Long, ExecutedStatement> byId;
    private final Map<Long, List<ExecutedStatement>> byFlush = new HashMap<>();
    private final Map<Long, List<CallSite>> fullPaths;

    Statements(List<ExecutedStatement> all) {
        this.all = all;
        this.byId = all.stream().collect(Collectors.toMap(ExecutedStatement::id, Function.identity()));
        this.fullPaths = fullPaths(all);
        for (ExecutedStatement statement : all) {
            if (statement.cause() instanceof Cause.Flush flush) {
                byFlush.computeIfAbsent(flush.number(), unused -> new ArrayList<>())
                        .add(statement);
            }
        }
    }

    /**
     * {@return the call path of a statement}
     *
     * <p>A worker thread knows only the inner part of the path that the thread which gave it the work knows; statements of
     * both are on one path.
     */
    List<CallSite> callPathOf(ExecutedStatement statement) {
        return fullPaths.getOrDefault(statement.id(), statement.callPath());
    }

    private static Map<Long, List<CallSite>> fullPaths(List<ExecutedStatement> statements) {
        Map<Long, List<CallSite>> fullPaths = new HashMap<>();
        Map<String, List<ExecutedStatement>> byShape =
                statements.stream().collect(Collectors.groupingBy(ExecutedStatement::shape));
        for (List<ExecutedStatement> alike : byShape.values()) {
            boolean isParallel = alike.stream()
                            .map(statement -> statement.execution().thread())
                            .distinct()
                            .count()
                    > 1;
            if (isParallel) {
                alike.forEach(inner -> alike.stream()
                        .filter(outer -> isInnerPartOf(inner, outer))
                        .findFirst()
                        .ifPresent(outer -> fullPaths.put(inner.id(), outer.callPath())));
            }
        }
        return fullPaths;
    }

    private static boolean isInnerPartOf(ExecutedStatement inner, ExecutedStatement outer) {
        int length = inner.callPath().size();
        return length > 0
                && length < outer.callPath().size()
                && !inner.execution().thread().equals(outer.execution().thread())
                && outer.callPath().subList(0, length).equals(inner.callPath());
    }

    List<ExecutedStatement> all() {
        return all;
    }

    /** {@return the last query of the application before a statement on its thread, loads left out} */
    Optional<ExecutedStatement> queryBefore(ExecutedStatement statement) {
        return all.stream()
                .filter(other -> other.id() < statement.id())
                .filter(other -> other.cause() instanceof Cause.Query)
                .filter(other ->
                        other.execution().thread().equals(statement.execution().thread()))
                .reduce((before, last) -> last);
    }

    /** {@return those that are no selects, so that they may have changed rows} */
    Stream<ExecutedStatement> writes() {
        return all.stream()
                .filter(statement -> statement.kind() != StatementKind.SELECT
                        && statement.kind().isCounted());
    }

    /** {@return what a flush executed, by its {@link Cause.Flush#number}} */
    List<ExecutedStatement> ofFlush(long number) {
        return byFlush.getOrDefault(number, List.of());
    }

    Optional<ExecutedStatement> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * {@return the earlier statement whose rows or reading led to another one; what is eager may name its own rows too}
     *
     * @param associations through which it did, where that is known: several attributes may hold the same key
     */
    Optional<ExecutedStatement> parentOf(ExecutedStatement statement, List<Association> associations) {
        return statement.provenance().owners().stream()
                .sorted(Comparator.comparing(owner -> !associations.contains(owner.association())))
                .map(Owner::statementId)
                .filter(id -> id < statement.id())
                .map(this::find)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> find(statement.provenance().callerId()));
    }
}
