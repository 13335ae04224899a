package io.querybudget.report;

import io.querybudget.Analysis;
import io.querybudget.CallSite;
import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.FindingKind;
import io.querybudget.StatementGroup;
import io.querybudget.StatementKind;
import io.querybudget.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws the tree of a unit of work: one line per group of statements, in columns. */
final class TreeText {

    private static final int MOST_LINES = 40;
    private static final int LONGEST_SQL = 60;
    private static final String INDENT = "  ";

    private record Line(String statement, String note, String place, String rows) {}

    private TreeText() {}

    /** {@return the lines of the whole tree} */
    static List<String> of(Analysis analysis) {
        return lines(analysis.tree());
    }

    /** {@return the lines of the trees that hold one of the findings} */
    static List<String> of(Analysis analysis, List<Finding> findings) {
        Set<Long> ids = findings.stream()
                .flatMap(finding -> finding.statementIds().stream())
                .collect(Collectors.toSet());
        return lines(
                analysis.tree().stream().filter(group -> holdsAny(group, ids)).toList());
    }

    private static boolean holdsAny(StatementGroup group, Set<Long> ids) {
        return group.statements().stream().anyMatch(statement -> ids.contains(statement.id()))
                || group.children().stream().anyMatch(child -> holdsAny(child, ids));
    }

    private static List<String> lines(List<StatementGroup> tree) {
        List<Line> lines = new ArrayList<>();
        tree.forEach(group -> add(group, "", "", lines));
        List<String> texts = aligned(lines.subList(0, Math.min(lines.size(), MOST_LINES)));
        if (lines.size() > MOST_LINES) {
            texts.add(INDENT + "… and " + (lines.size() - MOST_LINES) + " more lines");
        }
        return texts;
    }

    private static void add(StatementGroup group, String branch, String below, List<Line> lines) {
        lines.add(line(group, branch));
        for (int i = 0; i < group.children().size(); i++) {
            boolean isLast = i == group.children().size() - 1;
            add(group.children().get(i), below + (isLast ? "└ " : "├ "), below + (isLast ? "   " : "│  "), lines);
        }
    }

    private static Line line(StatementGroup group, String branch) {
        ExecutedStatement first = group.first();
        Finding finding = group.finding();
        return new Line(
                branch + group.statements().size() + " × " + subject(group),
                finding == null ? "" : Sentences.label(finding),
                place(first),
                first.kind() == StatementKind.SELECT ? rows(group) : batch(first));
    }

    private static String subject(StatementGroup group) {
        Finding finding = group.finding();
        if (finding != null && !finding.associations().isEmpty() && !isAboutQuery(finding.kind())) {
            return Sentences.associations(finding);
        }
        return display(group.statements());
    }

    /** {@return the text of some statements; where they differ in values only, their shape, which has none} */
    static String display(List<ExecutedStatement> statements) {
        ExecutedStatement first = statements.get(0);
        boolean areEqual =
                statements.stream().map(ExecutedStatement::sql).distinct().count() == 1;
        boolean areOfOneShape =
                statements.stream().map(ExecutedStatement::shape).distinct().count() == 1;
        return SqlText.of(areOfOneShape && !areEqual ? first.shape() : first.sql())
                .display(LONGEST_SQL);
    }

    /** {@return whether a finding names what its query fetches, not what its statements load} */
    private static boolean isAboutQuery(FindingKind kind) {
        return kind == FindingKind.CARTESIAN_PRODUCT || kind == FindingKind.IN_MEMORY_PAGINATION;
    }

    private static String place(ExecutedStatement statement) {
        return Stream.of(
                        Stream.ofNullable(statement.repositoryMethod()),
                        statement.origin().map(CallSite::toString).stream(),
                        statement.execution().isAdopted()
                                ? Stream.of("on thread " + statement.execution().thread())
                                : Stream.<String>empty())
                .flatMap(part -> part)
                .collect(Collectors.joining("  "));
    }

    private static String rows(StatementGroup group) {
        long rows =
                group.statements().stream().mapToLong(ExecutedStatement::rows).sum();
        boolean isStillReading = group.statements().stream().anyMatch(ExecutedStatement::isStillReading);
        return Sentences.count(rows, "row") + (isStillReading ? ", still reading" : "");
    }

    private static String batch(ExecutedStatement statement) {
        int size = statement.execution().batchSize();
        return size > 1 ? "batch of " + size : "";
    }

    private static List<String> aligned(List<Line> lines) {
        int statementWidth = width(lines.stream().map(Line::statement));
        int noteWidth = width(lines.stream().map(Line::note));
        int placeWidth = width(lines.stream().map(Line::place));
        return lines.stream()
                .map(line -> (INDENT
                                + padded(line.statement, statementWidth)
                                + padded(line.note, noteWidth)
                                + padded(line.place, placeWidth)
                                + line.rows)
                        .stripTrailing())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static int width(Stream<String> texts) {
        int longest = texts.mapToInt(String::length).max().orElse(0);
        return longest == 0 ? 0 : longest + 2;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
