package io.querybudget.report;

import io.querybudget.Association;
import io.querybudget.Finding;
import io.querybudget.Materialised;
import io.querybudget.Unexercised;
import io.querybudget.Verdict;
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
        int statements = finding.statementIds().size();
        String subject = associations(finding);
        return switch (finding.kind()) {
            case N_PLUS_ONE ->
                "N+1, " + verdict(finding.verdict()) + ": " + count(statements, "statement")
                        + (subject.isEmpty() ? "" : " for " + subject) + coverage(finding) + id(finding);
            case OVERSIZED_RESULT -> MaterialisedText.oversized(finding, materialised) + id(finding);
            case CARTESIAN_PRODUCT, IN_MEMORY_PAGINATION, WIDE_READ ->
                label(finding) + ": " + measured(finding, materialised) + id(finding);
            case DUPLICATE -> count(statements, "equal statement") + id(finding);
            case UNBATCHED_WRITES -> count(statements, "unbatched write") + id(finding);
            case CHAIN -> count(statements, "statement") + " along a chain of rows" + id(finding);
            case BATCHED ->
                subject + ", loaded in " + (statements == 1 ? "1 batch" : statements + " batches") + id(finding);
            case UNCLOSED_CONNECTION, NESTED_CONNECTION, IDLE_CONNECTION ->
                ConnectionText.sentence(finding) + id(finding);
            case SEPARATE_COMMITS ->
                count(statements, "write") + " outside any transaction, each committed by itself" + at(finding)
                        + id(finding);
            case SQL_IN_VIEW ->
                count(statements, "statement") + (subject.isEmpty() ? "" : " for " + subject)
                        + " while the answer was serialized or rendered" + id(finding);
        };
    }

    private static String measured(Finding finding, Materialised materialised) {
        return switch (finding.kind()) {
            case CARTESIAN_PRODUCT -> MaterialisedText.product(finding, materialised.product());
            case IN_MEMORY_PAGINATION -> MaterialisedText.page(finding, materialised.page());
            default -> MaterialisedText.wide(finding.fix(), materialised);
        };
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
        String verdict = verdict(finding.verdict());
        return switch (finding.kind()) {
            case N_PLUS_ONE -> "N+1, " + verdict + (finding.enclosingId() == null ? "" : ", nested");
            case OVERSIZED_RESULT -> "oversized result, " + verdict;
            case CARTESIAN_PRODUCT -> "cartesian product, " + verdict;
            case IN_MEMORY_PAGINATION -> "in-memory pagination, " + verdict;
            case WIDE_READ -> "wide read, " + verdict;
            case DUPLICATE -> "duplicate, " + verdict;
            case UNBATCHED_WRITES -> "unbatched writes, " + verdict;
            case CHAIN -> "chain";
            case BATCHED -> "batched";
            case UNCLOSED_CONNECTION -> "connection not closed, " + verdict;
            case NESTED_CONNECTION -> "second connection, " + verdict;
            case IDLE_CONNECTION -> "idle connection, " + verdict;
            case SEPARATE_COMMITS -> "separate commits, " + verdict;
            case SQL_IN_VIEW -> "in the view, " + verdict;
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

    private static String id(Finding finding) {
        return " [id " + finding.id() + "]";
    }
}
