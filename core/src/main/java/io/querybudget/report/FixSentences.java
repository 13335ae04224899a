package io.querybudget.report;

import io.querybudget.Association;
import io.querybudget.ConnectionFix;
import io.querybudget.FetchFix;
import io.querybudget.Finding;
import io.querybudget.Fix;
import io.querybudget.FixLocation;
import io.querybudget.LookUpFix;
import io.querybudget.ReadFix;
import io.querybudget.SessionFix;
import io.querybudget.WriteFix;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what to change, in one sentence for each kind of fix. */
final class FixSentences {

    private static final String BATCH_SIZE = "@BatchSize(size = " + Fix.BATCH_SIZE + ") on ";

    private FixSentences() {}

    static String of(Finding finding) {
        return of(finding.fix(), finding.fixHere());
    }

    private static String of(Fix fix, @Nullable FixLocation location) {
        if (fix instanceof FetchFix fetch) {
            return ofFetch(fetch, location);
        }
        if (fix instanceof LookUpFix lookUp) {
            return LookUpSentences.of(lookUp, location);
        }
        if (fix instanceof ReadFix read) {
            return ReadingSentences.of(read, Places.of(location));
        }
        if (fix instanceof WriteFix write) {
            return WriteSentences.of(write, location);
        }
        if (fix instanceof SessionFix session) {
            return SessionText.fix(session, Places.of(location));
        }
        return fix instanceof ConnectionFix connection ? ConnectionText.fix(connection, location) : "";
    }

    private static String ofFetch(FetchFix fix, @Nullable FixLocation location) {
        if (fetch(fix).isPresent()) {
            return ofOneQuery(List.of(fix), location);
        }
        if (fix instanceof FetchFix.FetchInBatches batches) {
            return inBatches(batches, location);
        }
        if (fix instanceof FetchFix.LoadBeforehand load) {
            return beforehand(load, Places.of(location));
        }
        if (fix instanceof FetchFix.FetchEach each) {
            return each.candidates().stream()
                    .map(candidate -> "for " + attribute(candidate.fetch()) + " "
                            + FetchSentences.of(List.of(candidate.fetch()), candidate.location()))
                    .collect(Collectors.joining(", "));
        }
        return fix instanceof FetchFix.ShareKey share ? sharedKey(share.association()) : "";
    }

    private static Association attribute(FetchFix.FetchWithQuery fetch) {
        return fetch.path().get(fetch.path().size() - 1);
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

    private static String inBatches(FetchFix.FetchInBatches batches, @Nullable FixLocation location) {
        return BATCH_SIZE
                + batchTarget(batches.association())
                + (batches.isStreamed() ? list(batches, location) : "")
                + reason(batches.reason(), Places.of(location));
    }

    private static String beforehand(FetchFix.LoadBeforehand load, String place) {
        Association association = load.association();
        String batchSize = "the batch size of " + batchTarget(association);
        return switch (load.obstacle()) {
            case FLUSH ->
                (association.isOfAnyType()
                                ? "all loads of " + association + " before the first flush after " + place
                                : "one query \"" + LookUpSentences.fetchOf(association, load.entityName())
                                        + "\" right after " + place)
                        + ", because a flush makes the session forget what @BatchSize would load together";
            case STREAM ->
                "all owners read into a list at " + place + " before " + association + " of the first, so that "
                        + batchSize + " applies";
            case SINGLE_OWNERS ->
                "all owners loaded before " + association + " of the first is read at " + place + ", so that "
                        + batchSize + " applies";
        };
    }

    /** Hibernate fills a batch with what the session holds, which is one owner only while rows are read one by one. */
    private static String list(FetchFix.FetchInBatches batches, @Nullable FixLocation location) {
        boolean isOfRepository = location != null && location.repositoryMethod() != null;
        boolean isPage = batches.reason() == FetchFix.FetchInBatches.Reason.PAGED;
        return " together with " + (isOfRepository ? "a List as the result" : "getResultList")
                + (isPage ? "" : ", in pages where the rows are many,") + " instead of reading row by row";
    }

    private static String reason(FetchFix.FetchInBatches.Reason reason, String place) {
        return switch (reason) {
            case SECOND_COLLECTION -> ", because " + place + " would multiply rows by fetching a second collection";
            case PAGED -> ", because " + place + " limits its rows, which a fetched collection would break";
            case NATIVE_SQL -> ", because " + place + " is native SQL; or JPQL with left join fetch in its place";
            case ANY_TYPE -> ", because no query fetches what may be of any type";
            case EAGER_CIRCLE -> ", because " + place + " cannot fetch all that is eager behind it";
            case TREE -> ", because a query fetches one level of a tree only";
            case NO_QUERY -> ", because " + place + " loads what holds it without a query";
            case UNKNOWN_QUERY -> ", because it is not known which query loads what holds it";
        };
    }

    /** {@return what the query should fetch, empty when the fix is another one} */
    static Optional<FetchFix.FetchWithQuery> fetch(Fix fix) {
        Fix fetch = fix;
        if (fix instanceof FetchFix.FetchEager eager) {
            fetch = eager.fetch();
        } else if (fix instanceof FetchFix.ShareKey share) {
            fetch = Objects.requireNonNullElse(share.fetch(), share);
        }
        return fetch instanceof FetchFix.FetchWithQuery withQuery ? Optional.of(withQuery) : Optional.empty();
    }

    /** {@return the sentence for findings that one query repairs, all of whose fixes say what it should fetch} */
    static String ofOneQuery(List<Finding> findings) {
        return ofOneQuery(
                findings.stream().map(Finding::fix).toList(), findings.get(0).fixHere());
    }

    private static String ofOneQuery(List<Fix> fixes, @Nullable FixLocation location) {
        List<FetchFix.FetchWithQuery> fetches = fixes.stream()
                .map(FixSentences::fetch)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        String eager = associations(fixes, fix -> fix instanceof FetchFix.FetchEager each ? each.association() : null)
                .map(Association::toString)
                .collect(Collectors.joining(" and "));
        String alternatives = associations(
                        fixes, fix -> fix instanceof FetchFix.ShareKey share ? share.association() : null)
                .map(inverse -> "; or "
                        + (fetches.size() == 1 ? "" : "in place of fetching " + inverse + " ")
                        + sharedKey(inverse))
                .collect(Collectors.joining());
        return FetchSentences.of(fetches, location) + (eager.isEmpty() ? "" : lazy(eager)) + alternatives;
    }

    /** Other callers rely on the mapping: a lazy attribute throws a LazyInitializationException without its session. */
    private static String lazy(String associations) {
        return "; or, if nothing here reads " + associations + ", fetch = FetchType.LAZY, and a fetch wherever it is"
                + " read after its session is closed";
    }

    private static Stream<Association> associations(List<Fix> fixes, Function<Fix, @Nullable Association> association) {
        return fixes.stream().map(association).flatMap(Stream::ofNullable).distinct();
    }

    /** A proxy needs the key, and the certainty that there is a row: Hibernate has both only in one mapping. */
    private static String sharedKey(Association inverse) {
        return "@MapsId on the owning side together with optional = false on " + inverse
                + ", which must always exist then";
    }
}
