package io.querybudget.detection;

import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts the batches that would load an association in place of one statement per owner. */
final class BatchCounts {

    private final Statements statements;
    private final LongFunction<@Nullable Finding> findingOfStatement;

    BatchCounts(Statements statements, LongFunction<@Nullable Finding> findingOfStatement) {
        this.statements = statements;
        this.findingOfStatement = findingOfStatement;
    }

    /**
     * {@return the number of batches, empty unless all owners are loaded before the first batch}
     *
     * @param isStreamed whether the owners were read row by row, and are to be read into lists, each as long as a batch
     * @param size how many owners a batch has at most
     */
    OptionalLong of(Evidence evidence, boolean isStreamed, int size) {
        long owners = evidence.members().size();
        Set<Long> parents = evidence.rows().stream().map(SourceRow::statementId).collect(Collectors.toSet());
        boolean isWithinResult = evidence.members().stream()
                .map(Trigger::statement)
                .anyMatch(statement -> parents.contains(statement.provenance().callerId()));
        if ((isWithinResult && !isStreamed) || parents.isEmpty() || !areLoadedTogether(parents, evidence)) {
            return OptionalLong.empty();
        }
        long rows = parents.stream()
                .flatMap(id -> statements.find(id).stream())
                .mapToLong(ExecutedStatement::rows)
                .sum();
        boolean areAll = rows <= size || (owners >= rows && !isStreamed);
        return areAll ? OptionalLong.of((owners + size - 1) / size) : OptionalLong.empty();
    }

    /** {@return whether the owners come by one statement, at least once the N+1 that loads them is repaired} */
    private boolean areLoadedTogether(Set<Long> parents, Evidence evidence) {
        if (parents.size() == 1) {
            return true;
        }
        List<Finding> enclosing = parents.stream()
                .map(findingOfStatement::apply)
                .distinct()
                .flatMap(Stream::ofNullable)
                .toList();
        return !evidence.isWalk()
                && enclosing.size() == 1
                && enclosing.get(0).statementIds().containsAll(parents)
                && enclosing.get(0).fix().left().orElse(2) <= 1;
    }
}
