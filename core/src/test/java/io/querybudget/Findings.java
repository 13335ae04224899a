package io.querybudget;

import io.querybudget.FetchFix.FetchWithQuery.Start;
import io.querybudget.Finding.Coverage;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Findings as the detectors would have made them. */
public final class Findings {

    public static final Association LINES =
            new Association("com.acme.Order", "lines", Association.Kind.BAG, false, null);
    public static final Association NOTES =
            new Association("com.acme.Order", "notes", Association.Kind.COLLECTION, false, null);
    public static final Association PRODUCT =
            new Association("com.acme.OrderLine", "product", Association.Kind.TO_ONE, false, null);
    public static final Association CUSTOMER =
            new Association("com.acme.Order", "customer", Association.Kind.TO_ONE, true, null);

    private Findings() {}

    /** {@return a fetch of entities that load nothing else, by a query that calls the first owner so, null for not at all} */
    public static FetchFix.FetchWithQuery fetch(List<Association> path, @Nullable String alias) {
        Start start = alias == null ? null : new Start("Order", alias, false, List.of());
        return new FetchFix.FetchWithQuery(path, start, List.of(), Map.of(), false);
    }

    /** {@return a proven N+1 of statements with consecutive ids, whose query runs at {@code OrderRepository.findOpen}} */
    public static Finding nPlusOne(
            String id,
            List<Association> associations,
            long firstId,
            int statements,
            Fix fix,
            @Nullable String enclosing) {
        return new Finding(
                id,
                FindingKind.N_PLUS_ONE,
                Verdict.PROVEN,
                associations,
                ids(firstId, statements),
                1,
                new Coverage(statements, statements),
                Recordings.line(41),
                new FixLocation("OrderRepository.findOpen", Recordings.line(39)),
                fix,
                enclosing);
    }

    /** {@return a likely finding at a line of {@code OrderService.totals}} */
    public static Finding likely(FindingKind kind, long firstId, int statements, Coverage coverage, Fix fix) {
        return new Finding(
                "00c0ffee",
                kind,
                Verdict.LIKELY,
                List.of(),
                ids(firstId, statements),
                0,
                coverage,
                Recordings.line(39),
                new FixLocation(null, Recordings.line(39)),
                fix,
                null);
    }

    private static List<Long> ids(long first, int count) {
        return LongStream.range(first, first + count).boxed().toList();
    }
}
