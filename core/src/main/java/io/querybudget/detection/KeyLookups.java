package io.querybudget.detection;

import io.querybudget.ExecutedStatement;
import io.querybudget.StatementKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups the selects that no association explains by their shape and call path. */
final class KeyLookups {

    private KeyLookups() {}

    static List<Repetition> in(Statements statements) {
        Map<CodePlace, List<Trigger>> lookups = new LinkedHashMap<>();
        for (ExecutedStatement statement : statements.all()) {
            if (isLookup(statement)) {
                lookups.computeIfAbsent(
                                new CodePlace(statement.shape(), statements.callPathOf(statement)),
                                unused -> new ArrayList<>())
                        .add(new Trigger(statement, List.of()));
            }
        }
        return lookups.values().stream()
                .map(triggers -> new Repetition(List.of(), triggers))
                .toList();
    }

    private static boolean isLookup(ExecutedStatement statement) {
        return statement.kind() == StatementKind.SELECT
                && statement.provenance().owners().isEmpty()
                && !statement.cause().isBatched();
    }
}
