package io.querybudget.detection;

import io.querybudget.ExecutedStatement;
import io.querybudget.ExecutedStatement.Provenance;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Relates look-ups to the rows of a result that was still being read when they ran. */
final class RowsBeingRead {

    private final Statements statements;

    RowsBeingRead(Statements statements) {
        this.statements = statements;
    }

    /** {@return a repetition with those rows; empty when its statements ask equal questions, or handle chunks of rows} */
    Optional<Repetition> of(Repetition repetition) {
        List<ExecutedStatement> lookUps =
                repetition.triggers().stream().map(Trigger::statement).toList();
        return looksUpOneKeyEach(lookUps) || looksUpKeysOfOneRowEach(lookUps)
                ? Optional.of(new Repetition(
                        repetition.associations(),
                        lookUps.stream()
                                .map(lookUp -> new Trigger(lookUp, rowOf(lookUp)))
                                .toList()))
                : Optional.empty();
    }

    private static boolean looksUpOneKeyEach(List<ExecutedStatement> lookUps) {
        List<StatementKeys> keys = lookUps.stream().map(StatementKeys::of).toList();
        return KeyColumn.of(keys).isPresent() && keys.stream().noneMatch(StatementKeys::isBatched);
    }

    /** {@return whether all keys of each statement stand in the row that was being read, as two ends of a journey do} */
    private boolean looksUpKeysOfOneRowEach(List<ExecutedStatement> lookUps) {
        boolean areDifferent =
                lookUps.stream().map(RowsBeingRead::keysOf).distinct().count() > 1;
        return areDifferent && lookUps.stream().allMatch(this::areKeysInRow);
    }

    private boolean areKeysInRow(ExecutedStatement lookUp) {
        Provenance provenance = lookUp.provenance();
        Set<String> keys = keysOf(lookUp);
        return !keys.isEmpty()
                && statements
                        .find(provenance.callerId())
                        .map(caller -> StatementKeys.rowsOf(caller, column -> true))
                        .filter(rows -> provenance.callerRow() <= rows.size())
                        .filter(rows ->
                                rows.get((int) provenance.callerRow() - 1).containsAll(keys))
                        .isPresent();
    }

    private static Set<String> keysOf(ExecutedStatement lookUp) {
        Set<String> keys = new HashSet<>();
        StatementKeys.of(lookUp).keysByColumn().values().forEach(keys::addAll);
        return keys;
    }

    private List<SourceRow> rowOf(ExecutedStatement lookUp) {
        long caller = lookUp.provenance().callerId();
        long rows = statements.find(caller).map(ExecutedStatement::rows).orElse(0L);
        return caller == 0
                ? List.of()
                : List.of(new SourceRow(caller, lookUp.provenance().callerRow(), rows));
    }
}
