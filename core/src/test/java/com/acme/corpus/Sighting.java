package com.acme.corpus;

import io.querybudget.Analysis;
import io.querybudget.Association;
import io.querybudget.CallSite;
import io.querybudget.ConnectionFix;
import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.FindingKind;
import io.querybudget.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the library reported, in the words of the labels.
 *
 * @param kind what it is about
 * @param verdict how sure it is
 * @param association the associations, joined by {@code or}, {@code ×} for a product; what is held, or how much was
 *     written, when it is about connections; empty when nothing is named
 * @param table the table that its statements read first, as {@code table product}
 * @param place the method and line of its origin
 * @param enclosing the sighting it is nested in, itself without an enclosing one
 */
record Sighting(
        FindingKind kind,
        Verdict verdict,
        String association,
        String table,
        String place,
        Optional<Sighting> enclosing) {

    /** The kinds that the cases have labels for; connections that are held for long need time, which no case takes. */
    private static final Set<FindingKind> LABELLED = EnumSet.of(
            FindingKind.N_PLUS_ONE,
            FindingKind.OVERSIZED_RESULT,
            FindingKind.CARTESIAN_PRODUCT,
            FindingKind.IN_MEMORY_PAGINATION,
            FindingKind.WIDE_READ,
            FindingKind.UNCLOSED_CONNECTION,
            FindingKind.NESTED_CONNECTION,
            FindingKind.SEPARATE_COMMITS,
            FindingKind.SEPARATE_READS,
            FindingKind.SQL_IN_VIEW,
            FindingKind.RECREATED_COLLECTION,
            FindingKind.UPDATE_AFTER_INSERT,
            FindingKind.LOADED_TO_DELETE,
            FindingKind.LOADED_FOR_ID,
            FindingKind.GROWING_SESSION,
            FindingKind.DIRTY_CHECKS,
            FindingKind.READ_ONLY_USE);

    private static final Pattern FIRST_TABLE =
            Pattern.compile("\\b(?:from|into|update)\\s+([\\w.]+)", Pattern.CASE_INSENSITIVE);

    /** {@return what the library reported} */
    static List<Sighting> in(Analysis analysis) {
        return analysis.findings().stream()
                .filter(finding -> LABELLED.contains(finding.kind()))
                .map(finding -> of(finding, analysis, enclosing(finding, analysis)))
                .toList();
    }

    private static Optional<Sighting> enclosing(Finding finding, Analysis analysis) {
        return analysis.findings().stream()
                .filter(other -> other.id().equals(finding.enclosingId()))
                .findFirst()
                .map(other -> of(other, analysis, Optional.empty()));
    }

    private static Sighting of(Finding finding, Analysis analysis, Optional<Sighting> enclosing) {
        return new Sighting(
                finding.kind(),
                finding.verdict(),
                association(finding),
                "table " + firstTable(finding, analysis),
                finding.origin() == null ? "unknown" : placeOf(finding.origin()),
                enclosing);
    }

    private static String association(Finding finding) {
        return switch (finding.kind()) {
            case UNCLOSED_CONNECTION ->
                finding.fix() instanceof ConnectionFix.CloseConnections close && close.areOfSessions()
                        ? "session"
                        : "connection";
            case NESTED_CONNECTION -> "connection";
            case SEPARATE_COMMITS -> finding.statementIds().size() + " writes";
            case SEPARATE_READS -> finding.statementIds().size() + " reads";
            default ->
                finding.associations().stream()
                        .map(Association::simpleRole)
                        .sorted()
                        .collect(Collectors.joining(finding.kind() == FindingKind.CARTESIAN_PRODUCT ? " × " : " or "));
        };
    }

    /** {@return a call site as labels write it} */
    static String placeOf(CallSite origin) {
        return origin.methodName() + " (" + origin.fileName() + ":" + origin.line() + ")";
    }

    private static String firstTable(Finding finding, Analysis analysis) {
        return analysis.recording().statements().stream()
                .filter(statement -> finding.statementIds().contains(statement.id()))
                .map(ExecutedStatement::sql)
                .map(FIRST_TABLE::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElse("unknown");
    }

    /** {@return the name of a kind in front of a verdict; nothing for an N+1, which most are} */
    static String name(FindingKind kind) {
        return kind == FindingKind.N_PLUS_ONE
                ? ""
                : kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " ";
    }

    boolean names(Label label) {
        return kind == label.kind() && isAbout(label.subject());
    }

    boolean fits(Label label) {
        return names(label) && verdict == label.verdict() && place.equals(label.place()) && isNestedAs(label);
    }

    private boolean isNestedAs(Label label) {
        return label.enclosing().isEmpty()
                ? enclosing.isEmpty()
                : enclosing.isPresent() && enclosing.get().isAbout(label.enclosing());
    }

    private boolean isAbout(String subject) {
        return subject.startsWith("table ") ? subject.equalsIgnoreCase(table) : subject.equals(association);
    }

    @Override
    public String toString() {
        return name(kind) + verdict + " " + subject()
                + enclosing.map(outer -> " in " + outer.subject()).orElse("") + " at " + place;
    }

    private String subject() {
        return association.isEmpty() ? table : association;
    }
}
