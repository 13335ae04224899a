package io.querybudget.report;

import io.querybudget.Association;
import io.querybudget.Finding;
import io.querybudget.FindingKind;
import io.querybudget.Fix;
import io.querybudget.Materialised;
import io.querybudget.Unexercised;
import io.querybudget.Verdict;
import io.querybudget.WriteFix;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words and short sentences that several texts share. */
final class Sentences {

    private Sentences() {}

    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /**
     * {@return a finding in one line}
     *
     * @param materialised what Hibernate made of the rows of its first statement
     */
    static String finding(Finding finding, Materialised materialised) {
        return heading(finding) + ": " + evidence(finding, materialised) + " [id " + finding.id() + "]";
    }

    private static String evidence(Finding finding, Materialised materialised) {
        int statements = finding.statementIds().size();
        String subject = associations(finding);
        return switch (finding.kind()) {
            case N_PLUS_ONE -> statements(finding) + (subject.isEmpty() ? "" : " for " + subject) + coverage(finding);
            case OVERSIZED_RESULT -> MaterialisedText.oversized(finding, materialised);
            case CARTESIAN_PRODUCT -> MaterialisedText.product(finding, materialised.product());
            case IN_MEMORY_PAGINATION -> MaterialisedText.page(finding, materialised.page());
            case WIDE_READ -> MaterialisedText.wide(finding.fix(), materialised);
            case DUPLICATE -> "the same statement with the same values " + statements + " times in one transaction";
            case UNBATCHED_WRITES ->
                count(statements, "write") + " of one kind, each sent by itself" + roundTrips(finding);
            case CHAIN -> statements(finding) + ", each with the key that the row before it held";
            case BATCHED -> subject + ", loaded in " + (statements == 1 ? "1 batch" : statements + " batches");
            case UNCLOSED_CONNECTION, NESTED_CONNECTION, IDLE_CONNECTION -> ConnectionText.evidence(finding);
            case RECREATED_COLLECTION,
                    UPDATE_AFTER_INSERT,
                    LOADED_TO_DELETE,
                    LOADED_FOR_ID,
                    GROWING_SESSION,
                    DIRTY_CHECKS,
                    READ_ONLY_USE -> SessionText.evidence(finding);
            case SEPARATE_COMMITS ->
                count(statements, "write") + " outside any transaction, each committed by itself" + at(finding);
            case SEPARATE_READS -> ConnectionText.reads(finding);
            case SQL_IN_VIEW ->
                statements(finding) + (subject.isEmpty() ? "" : " for " + subject)
                        + " while the answer was serialized or rendered";
        };
    }

    /** {@return how many round trips would do, when writes are batched; one query says so itself} */
    private static String roundTrips(Finding finding) {
        int writes = finding.statementIds().size();
        int batches = (writes + Fix.BATCH_SIZE - 1) / Fix.BATCH_SIZE;
        return finding.fix() instanceof WriteFix.BatchWrites
                ? ", " + count(writes, "round trip") + " where batches of " + Fix.BATCH_SIZE + " take " + batches
                : "";
    }

    private static String statements(Finding finding) {
        return count(finding.statementIds().size(), "statement");
    }

    /** {@return for how many rows of the parent there was a statement, or nothing when that is not known} */
    private static String coverage(Finding finding) {
        long rows = finding.coverage().rows();
        long of = finding.coverage().of();
        if (of < 2 || rows > of) {
            return "";
        }
        return rows == of && rows == finding.statementIds().size()
                ? ", one for each of " + of + " rows"
                : ", for " + (rows < finding.statementIds().size() ? "at least " : "") + rows + " of " + of + " rows";
    }

    /** {@return why finding nothing about something proves nothing} */
    static String unexercised(Unexercised unexercised) {
        return switch (unexercised.reason()) {
            case ONE_OWNER -> unexercised.subject() + ", loaded for one owner only";
            case ALREADY_MANAGED ->
                count(unexercised.count(), "row") + " of " + unexercised.subject()
                        + ", whose entities the session held before";
            case SECOND_LEVEL_CACHE ->
                unexercised.subject() + ", " + count(unexercised.count(), "time") + " from the second-level cache";
            case HELD_BEFORE ->
                "what it costs to read " + unexercised.subject() + " was not seen: "
                        + count(unexercised.count(), "time") + " the session still held it from before; clear() the"
                        + " session before the call";
        };
    }

    /** {@return the label of a finding in the tree} */
    static String label(Finding finding) {
        boolean isNested = finding.kind() == FindingKind.N_PLUS_ONE && finding.enclosingId() != null;
        return heading(finding) + (isNested ? ", nested" : "");
    }

    private static String heading(Finding finding) {
        String verdict = verdict(finding.verdict());
        return switch (finding.kind()) {
            case N_PLUS_ONE -> "N+1, " + verdict;
            case OVERSIZED_RESULT -> "oversized result, " + verdict;
            case CARTESIAN_PRODUCT -> "cartesian product, " + verdict;
            case IN_MEMORY_PAGINATION -> "in-memory pagination, " + verdict;
            case WIDE_READ -> "wide read, " + verdict;
            case DUPLICATE -> "duplicate, " + verdict;
            case UNBATCHED_WRITES -> "unbatched writes, " + verdict;
            case RECREATED_COLLECTION -> "recreated collection, " + verdict;
            case UPDATE_AFTER_INSERT -> "update after insert, " + verdict;
            case LOADED_TO_DELETE -> "loaded to delete, " + verdict;
            case LOADED_FOR_ID -> "loaded for its id";
            case GROWING_SESSION -> "growing session, " + verdict;
            case DIRTY_CHECKS -> "dirty checks, " + verdict;
            case READ_ONLY_USE -> "read-only use, " + verdict;
            case CHAIN -> "chain";
            case BATCHED -> "batched";
            case UNCLOSED_CONNECTION -> "connection not closed, " + verdict;
            case NESTED_CONNECTION -> "second connection, " + verdict;
            case IDLE_CONNECTION -> "idle connection, " + verdict;
            case SEPARATE_COMMITS -> "separate commits, " + verdict;
            case SEPARATE_READS -> "separate reads";
            case SQL_IN_VIEW -> "SQL in the view, " + verdict;
        };
    }

    static String associations(Finding finding) {
        String separator = switch (finding.kind()) {
            case CARTESIAN_PRODUCT -> " × ";
            case IN_MEMORY_PAGINATION -> " and ";
            default -> " or ";
        };
        return finding.associations().stream().map(Association::simpleRole).collect(Collectors.joining(separator));
    }

    static String verdict(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    /** {@return where a finding shows, or nothing when that is not known} */
    static String at(Finding finding) {
        return finding.origin() == null ? "" : " at " + finding.origin();
    }
}
