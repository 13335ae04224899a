package io.querybudget.detection;

import io.querybudget.Association;
import io.querybudget.ExecutedStatement;
import io.querybudget.FetchFix.FetchInBatches;
import io.querybudget.FetchFix.FetchInBatches.Reason;
import io.querybudget.FetchFix.LoadBeforehand;
import io.querybudget.FetchFix.LoadBeforehand.Obstacle;
import io.querybudget.Fix;
import io.querybudget.Mapping;
import io.querybudget.Owner;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Chooses the fix for an association that the query cannot fetch: batches where they hold several owners. */
final class BatchAdvisor {

    private final Mapping mapping;
    private final BatchCounts counts;

    BatchAdvisor(Mapping mapping, BatchCounts counts) {
        this.mapping = mapping;
        this.counts = counts;
    }

    /**
     * {@return the fix}
     *
     * @param reason why the query cannot fetch the association
     * @param query the query that loads the owners, or null when that is not known
     */
    Fix advise(Association association, Reason reason, Evidence evidence, @Nullable ExecutedStatement query) {
        boolean isStreamed = query != null && evidence.isStreamed(query.id());
        int mapped = evidence.members().get(0).statement().cause().mappedBatchSize();
        if (isFlushed(association, evidence)) {
            return beforehand(association, reason, Obstacle.FLUSH, OptionalLong.empty());
        }
        if (mapped == 1) {
            return new FetchInBatches(association, reason, isStreamed, counts.of(evidence, isStreamed, Fix.BATCH_SIZE));
        }
        return isStreamed
                ? beforehand(association, reason, Obstacle.STREAM, counts.of(evidence, true, mapped))
                : beforehand(association, reason, Obstacle.SINGLE_OWNERS, OptionalLong.empty());
    }

    private Fix beforehand(Association association, Reason reason, Obstacle obstacle, OptionalLong left) {
        return new LoadBeforehand(association, mapping.queryName(association.entityName()), reason, obstacle, left);
    }

    /** {@return why the query that loads the owners cannot fetch the association, empty when a fix says that it can} */
    static Optional<Reason> reason(Fix fix) {
        if (fix instanceof FetchInBatches batches) {
            return Optional.of(batches.reason());
        }
        return fix instanceof LoadBeforehand load ? Optional.of(load.reason()) : Optional.empty();
    }

    /** A flush after the first load does no harm when one batch holds all owners. */
    private boolean isFlushed(Association association, Evidence evidence) {
        boolean isBeforeFirst = isFlushed(association, evidence.members().get(0));
        return isBeforeFirst
                || (evidence.members().stream().anyMatch(member -> isFlushed(association, member))
                        && counts.of(evidence, false, Fix.BATCH_SIZE).orElse(2) > 1);
    }

    private static boolean isFlushed(Association association, Trigger member) {
        List<Owner> owners = member.statement().provenance().owners().stream()
                .filter(owner -> owner.association().equals(association))
                .toList();
        return !owners.isEmpty() && owners.stream().allMatch(Owner::isFlushedSince);
    }
}
