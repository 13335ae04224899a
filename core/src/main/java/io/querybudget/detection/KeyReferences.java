package io.querybudget.detection;

import io.querybudget.Cause;
import io.querybudget.Cause.EntityLoad.Reason;
import io.querybudget.ColumnValues;
import io.querybudget.ExecutedStatement;
import io.querybudget.KeyReference;
import io.querybudget.Owner;
import io.querybudget.Recording;
import io.querybudget.sql.SqlText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The loads by identifier of entities of which no more than the key was used, as far as can be seen: another row refers to
 * each of them, none of their associations was walked, and none of their texts was a parameter later.
 */
final class KeyReferences {

    private final Map<Long, String> entityByLoad;
    private final Set<Long> walked;
    private final Map<Object, Long> lastUse = new HashMap<>();

    private KeyReferences(Recording recording, Statements statements) {
        this.entityByLoad = recording.sessions().references().stream()
                .collect(Collectors.toMap(KeyReference::statementId, KeyReference::entityName));
        this.walked = entityByLoad.isEmpty() ? Set.of() : walked(statements);
        if (!entityByLoad.isEmpty()) {
            statements.all().forEach(this::noteTexts);
        }
    }

    private void noteTexts(ExecutedStatement statement) {
        for (Object parameter : statement.provenance().parameters()) {
            if (parameter instanceof String || parameter instanceof UUID) {
                lastUse.put(parameter, statement.id());
            }
        }
    }

    static KeyReferences of(Recording recording, Statements statements) {
        return new KeyReferences(recording, statements);
    }

    /** {@return the statements whose entity has an association that was loaded later, not as the mapping asks for} */
    private static Set<Long> walked(Statements statements) {
        Set<Long> walked = new HashSet<>();
        for (ExecutedStatement statement : statements.all()) {
            statement.provenance().owners().stream()
                    .map(Owner::statementId)
                    .filter(id -> id != statement.provenance().callerId())
                    .forEach(walked::add);
        }
        return walked;
    }

    /** {@return whether a statement loaded an entity of which no more than the key was used} */
    boolean areOnlyUseOf(ExecutedStatement statement) {
        return entityByLoad.containsKey(statement.id())
                && statement.cause() instanceof Cause.EntityLoad load
                && load.reason() == Reason.FIND
                && !load.isBatched()
                && !walked.contains(statement.id())
                && !SqlText.of(statement.sql()).isLockingRead()
                && statement.provenance().columns().stream().noneMatch(column -> isUsedLater(column, statement));
    }

    private boolean isUsedLater(ColumnValues column, ExecutedStatement statement) {
        List<@Nullable Object> keys = statement.provenance().parameters();
        return column.values().stream()
                .filter(Objects::nonNull)
                .filter(value -> !keys.contains(value))
                .anyMatch(value -> lastUse.getOrDefault(value, 0L) > statement.id());
    }
}
