package io.querybudget.report;

import io.querybudget.Association;
import io.querybudget.Finding;
import io.querybudget.Fix;
import io.querybudget.FixLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what to change, in one sentence for each kind of fix. */
final class FixSentences {

    private static final String BATCH_SIZE = "@BatchSize(size = " + Fix.BATCH_SIZE + ") on ";

    private FixSentences() {}

    static String of(Finding finding) {
        return of(finding.fix(), finding.fixHere());
    }

    private static String of(Fix fix, @Nullable FixLocation location) {
        if (fix instanceof Fix.FetchWithQuery fetch) {
            return FetchSentences.of(List.of(fetch), location);
        }
        if (fix instanceof Fix.FetchInBatches batches) {
            return BATCH_SIZE + batchTarget(batches.association()) + reason(batches.reason(), Places.of(location));
        }
        if (fix instanceof Fix.MapLazy lazy) {
            return "fetch = FetchType.LAZY on " + lazy.association() + ", then " + of(lazy.fetch(), location);
        }
        if (fix instanceof Fix.ShareKey share) {
            return oneToOne(share, location);
        }
        if (fix instanceof Fix.BatchWrites writes) {
            return WriteSentences.of(writes.hindrance(), Places.of(location));
        }
        if (ReadingSentences.isFor(fix)) {
            return ReadingSentences.of(fix, Places.of(location));
        }
        return ConnectionText.fix(fix, location).orElseGet(() -> LookUpSentences.of(fix, location));
    }

    private static String batchTarget(Association association) {
        if (association.isPlural()) {
            return association.simpleRole();
        }
        String target = association.target();
        return target == null
                ? "the entities that " + association.simpleRole() + " refers to"
                : Association.simpleName(target);
    }

    private static String reason(Fix.FetchInBatches.Reason reason, String place) {
        return switch (reason) {
            case SECOND_COLLECTION -> ", because " + place + " would multiply rows by fetching a second collection";
            case PAGED -> ", because " + place + " returns a page, which a fetched collection would break";
            case NATIVE_SQL -> ", because " + place + " is native SQL; or JPQL with left join fetch in its place";
            case ANY_TYPE -> ", because no query fetches what may be of any type";
            case NO_QUERY -> ", because " + place + " loads what holds it without a query";
            case UNKNOWN_QUERY -> ", because it is not known which query loads what holds it";
        };
    }

    /** A proxy needs the key, and the certainty that there is a row: Hibernate has both only in one mapping. */
    private static String oneToOne(Fix.ShareKey share, @Nullable FixLocation location) {
        String mapping = "@MapsId on the owning side together with optional = false on " + share.association()
                + ", which must always exist then";
        Fix.FetchWithQuery fetch = share.fetch();
        return fetch == null ? mapping : FetchSentences.of(List.of(fetch), location) + "; or " + mapping;
    }
}
