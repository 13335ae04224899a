package io.querybudget.detection;

import io.querybudget.CallSite;
import io.querybudget.Cause;
import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.Finding.Coverage;
import io.querybudget.FindingKind;
import io.querybudget.FixLocation;
import io.querybudget.Materialised.Entities;
import io.querybudget.Recording;
import io.querybudget.StatementKind;
import io.querybudget.Verdict;
import io.querybudget.WriteFix;
import io.querybudget.sql.SqlText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds queries all of whose entities were deleted, one by one, where one statement could have deleted them.
 *
 * <p>Likely only: nothing tells whether the application read the entities before it removed them. A repository that is
 * asked to delete does not, so few are enough there.
 */
final class LoadedToDeleteDetector {

    private static final int FEWEST_BY_REPOSITORY = 3;
    private static final int FEWEST_BY_APPLICATION = 10;

    /** What was deleted of the entities that one statement loaded. */
    private static final class Deleted {
        private final SortedSet<Long> flushes = new TreeSet<>();
        private int count;
    }

    private final Statements statements;
    private final TestCode test;

    private LoadedToDeleteDetector(Recording recording, Statements statements) {
        this.statements = statements;
        this.test = TestCode.of(recording);
    }

    static List<Finding> findings(Recording recording, Statements statements) {
        LoadedToDeleteDetector detector = new LoadedToDeleteDetector(recording, statements);
        Map<Long, Map<String, Deleted>> byStatement = new TreeMap<>();
        recording.sessions().deletions().forEach((deletion, count) -> {
            Deleted deleted = byStatement
                    .computeIfAbsent(deletion.statementId(), unused -> new LinkedHashMap<>())
                    .computeIfAbsent(deletion.entityName(), unused -> new Deleted());
            deleted.flushes.add(deletion.flush());
            deleted.count += count;
        });
        return byStatement.entrySet().stream()
                .filter(entry -> entry.getValue().size() == 1)
                .flatMap(entry -> statements.find(entry.getKey()).stream()
                        .flatMap(load -> entry.getValue().entrySet().stream()
                                .flatMap(deleted -> detector.of(load, deleted.getKey(), deleted.getValue()).stream())))
                .toList();
    }

    private List<Finding> of(ExecutedStatement load, String entityName, Deleted deleted) {
        List<Entities> loaded = load.materialised().entities();
        boolean areAll = loaded.size() == 1 && isAllOf(loaded.get(0), entityName, deleted.count);
        List<ExecutedStatement> deletes = deleted.flushes.stream()
                .flatMap(flush -> statements.ofFlush(flush).stream())
                .filter(statement -> statement.kind() == StatementKind.DELETE)
                .filter(statement -> load.tables()
                        .named()
                        .contains(String.valueOf(statement.tables().written())))
                .toList();
        boolean isWaste = areAll
                && load.cause() instanceof Cause.Query
                && !SqlText.of(load.sql()).isLockingRead()
                && !test.begins(load.callPath())
                && !deletes.isEmpty()
                && !areRead(load)
                && (RepositoryMethod.isToDelete(load)
                        ? deleted.count >= FEWEST_BY_REPOSITORY
                        : deleted.count >= FEWEST_BY_APPLICATION && !isElseWritten(load, deletes));
        return isWaste ? List.of(finding(load, deletes, entityName)) : List.of();
    }

    private static boolean isAllOf(Entities entities, String entityName, int count) {
        return entities.entityName().equals(entityName) && entities.count() == count;
    }

    /** {@return whether an association of the entities was loaded, so that they were not only deleted} */
    private boolean areRead(ExecutedStatement load) {
        return statements.all().stream()
                .flatMap(statement -> statement.provenance().owners().stream())
                .anyMatch(owner -> owner.statementId() == load.id());
    }

    /** {@return whether something else was written meanwhile, perhaps what the entities held} */
    private boolean isElseWritten(ExecutedStatement load, List<ExecutedStatement> deletes) {
        long last = deletes.get(deletes.size() - 1).id();
        Set<Long> own = deletes.stream().map(ExecutedStatement::id).collect(Collectors.toSet());
        return statements
                .writes()
                .filter(statement -> statement.id() > load.id() && statement.id() < last)
                .anyMatch(statement -> !own.contains(statement.id()));
    }

    private static Finding finding(ExecutedStatement load, List<ExecutedStatement> deletes, String entityName) {
        ExecutedStatement first = deletes.get(0);
        CallSite origin = first.origin().orElse(null);
        return new Finding(
                FindingIds.of(FindingKind.LOADED_TO_DELETE, List.of(), load),
                FindingKind.LOADED_TO_DELETE,
                Verdict.LIKELY,
                List.of(),
                deletes.stream().map(ExecutedStatement::id).toList(),
                load.id(),
                new Coverage(load.rows(), load.rows()),
                origin,
                FixLocation.of(load),
                new WriteFix.DeleteByQuery(entityName),
                null);
    }
}
