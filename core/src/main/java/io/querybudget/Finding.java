package io.querybudget;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a detector saw in a unit of work.
 *
 * @param id stable between runs, machines and edits of the file: it holds no line number
 * @param kind what it is about
 * @param verdict how sure it is
 * @param associations the association; several when the evidence fits more than one; empty when none is known
 * @param statementIds the statements it is about, in order
 * @param parentId the statement whose rows led to them, 0 when that ran outside the unit of work or is not known
 * @param coverage how many of the parent's rows led to a statement
 * @param origin the application line that triggered the statements
 * @param fixHere the query to change
 * @param fix what to change
 * @param enclosingId the id of the finding that this one is nested in, or null
 */
public record Finding(
        String id,
        FindingKind kind,
        Verdict verdict,
        List<Association> associations,
        List<Long> statementIds,
        long parentId,
        Coverage coverage,
        @Nullable CallSite origin,
        @Nullable FixLocation fixHere,
        Fix fix,
        @Nullable String enclosingId) {

    /**
     * How many of the parent's rows led to a statement.
     *
     * @param rows the rows that did
     * @param of all rows of the parent, 0 when unknown
     */
    public record Coverage(long rows, long of) {
        /** Coverage of findings that have no parent. */
        public static final Coverage NONE = new Coverage(0, 0);
    }

    /** Copies the collections. */
    public Finding {
        associations = List.copyOf(associations);
        statementIds = List.copyOf(statementIds);
    }

    /** {@return this finding with another verdict} */
    public Finding with(Verdict other) {
        return new Finding(
                id, kind, other, associations, statementIds, parentId, coverage, origin, fixHere, fix, enclosingId);
    }

    /** {@return the association, empty unless the evidence fits exactly one} */
    public Optional<Association> association() {
        return associations.size() == 1 ? Optional.of(associations.get(0)) : Optional.empty();
    }
}
