package io.querybudget.detection;

import io.querybudget.Finding;
import io.querybudget.Verdict;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Exact evidence: at least two rows of one group each led to a statement of its own.
 *
 * <p>A <em>group</em> is one statement, or all statements of an N+1 that was found already, so that nested patterns come
 * out as one finding below another. Statements whose rows led to one statement each, like a walk along a linked list, are
 * no evidence.
 */
final class RowEvidence {

    private final LongFunction<@Nullable Finding> findingOfStatement;

    RowEvidence(LongFunction<@Nullable Finding> findingOfStatement) {
        this.findingOfStatement = findingOfStatement;
    }

    Optional<Evidence> of(Repetition repetition) {
        Map<Object, Set<Trigger>> triggersByGroup = new LinkedHashMap<>();
        Map<Object, Set<SourceRow>> rowsByGroup = new LinkedHashMap<>();
        for (Trigger trigger : repetition.triggers()) {
            for (SourceRow source : trigger.sources()) {
                Object group = group(source);
                triggersByGroup
                        .computeIfAbsent(group, unused -> new LinkedHashSet<>())
                        .add(trigger);
                rowsByGroup
                        .computeIfAbsent(group, unused -> new LinkedHashSet<>())
                        .add(source);
            }
        }
        Set<Trigger> members = new LinkedHashSet<>();
        Verdict verdict = Verdict.PROVEN;
        for (Map.Entry<Object, Set<Trigger>> entry : triggersByGroup.entrySet()) {
            Set<SourceRow> rows = Objects.requireNonNull(rowsByGroup.get(entry.getKey()));
            if (entry.getValue().size() > 1 && rows.size() > 1 && !Instructions.areApart(entry.getValue())) {
                members.addAll(entry.getValue());
                boolean isInLikely = entry.getKey() instanceof Finding finding && finding.verdict() != Verdict.PROVEN;
                boolean isLikely = isInLikely || isTwoOfMany(entry.getValue(), rows);
                verdict = isLikely ? Verdict.LIKELY : verdict;
            }
        }
        return members.isEmpty()
                ? Optional.empty()
                : Optional.of(new Evidence(List.copyOf(members), verdict, repetition.associations()));
    }

    private static boolean isTwoOfMany(Set<Trigger> triggers, Set<SourceRow> rows) {
        boolean areByApplication = triggers.stream()
                .allMatch(trigger -> trigger.statement().provenance().callerId() == 0);
        return triggers.size() == 2 && areByApplication && !Instructions.areKnown(triggers) && !areAll(rows);
    }

    /** Two of many rows may be two places on one line; a loop visits all rows, or more than two. */
    private static boolean areAll(Set<SourceRow> rows) {
        Map<Long, Long> siblings = new HashMap<>();
        rows.forEach(row -> siblings.merge(row.statementId(), row.siblings(), Math::max));
        return siblings.values().stream().mapToLong(Long::longValue).sum() <= rows.size();
    }

    private Object group(SourceRow source) {
        Finding finding = findingOfStatement.apply(source.statementId());
        return finding == null ? (Object) source.statementId() : finding;
    }
}
