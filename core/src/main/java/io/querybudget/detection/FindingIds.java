package io.querybudget.detection;

import io.querybudget.Association;
import io.querybudget.CallSite;
import io.querybudget.Cause;
import io.querybudget.ExecutedStatement;
import io.querybudget.FindingKind;
import io.querybudget.sql.SqlText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes the ids of findings: from what was found and where, but not from line numbers, counts or values, nor from the
 * columns that are read or written, which another attribute of an entity changes.
 */
final class FindingIds {

    private FindingIds() {}

    /** {@return the id of a finding at a place, or at places of which some may be unknown} */
    static String of(FindingKind kind, String subject, List<CallSite> places) {
        return id(kind, subject, places.stream().map(CallSite::withoutLine).collect(Collectors.joining("|")));
    }

    static String of(FindingKind kind, List<Association> associations, ExecutedStatement statement) {
        String place = statement.origin().map(CallSite::withoutLine).orElse("");
        return id(kind, subject(associations, statement), place);
    }

    /**
     * {@return the id of an N+1, which tells loops of one method apart: those over the rows of different queries, and those
     * that look up the rows of one association by different queries}
     */
    static String ofLoop(
            List<Association> associations, ExecutedStatement statement, Optional<ExecutedStatement> parent) {
        String place = statement.origin().map(CallSite::withoutLine).orElse("");
        return id(
                FindingKind.N_PLUS_ONE,
                isLoad(statement) ? subject(associations, statement) : outline(statement),
                parent.map(query -> place + "\n" + source(query)).orElse(place));
    }

    private static boolean isLoad(ExecutedStatement statement) {
        return statement.cause() instanceof Cause.EntityLoad || statement.cause() instanceof Cause.CollectionLoad;
    }

    /** {@return the id of one more loop that has the id of others before it} */
    static String further(String id, int before) {
        return id(FindingKind.N_PLUS_ONE, id, String.valueOf(before));
    }

    /** {@return what does not change when the query gets other literals} */
    private static String source(ExecutedStatement query) {
        String method = query.repositoryMethod();
        if (method != null) {
            return method;
        }
        return query.cause() instanceof Cause.Query jpql
                ? SqlText.of(jpql.text()).shape()
                : query.cause().association().map(Association::role).orElse(outline(query));
    }

    private static String subject(List<Association> associations, ExecutedStatement statement) {
        return associations.isEmpty()
                ? outline(statement)
                : associations.stream().map(Association::role).collect(Collectors.joining("|"));
    }

    private static String outline(ExecutedStatement statement) {
        return SqlText.of(statement.sql()).outline();
    }

    private static String id(FindingKind kind, String subject, String place) {
        String text = String.join("\n", kind.name(), subject, place);
        return String.format(Locale.ROOT, "%08x", text.hashCode());
    }
}
