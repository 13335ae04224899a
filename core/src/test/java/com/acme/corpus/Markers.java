package com.acme.corpus;

import io.querybudget.FindingKind;
import io.querybudget.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the labels of cases from comments at the end of source lines.
 *
 * <pre>{@code
 * // N+1: Order.lines                                    proven, in the case that the method is
 * // N+1: OrderLine.product in Order.lines               nested in another one
 * // N+1: Order.billing and Order.shipping               two by one line
 * // N+1: A.b // N+1: B.c in A.b                         two by one line, one nested in the other
 * // N+1: Question.author or Review.author               one whose association cannot be told
 * // N+1 likely: table Product                           without an association, and not provable
 * // N+1: table Product for looks_up_in_a_formatter      in a method that a case calls
 * // cartesian product: Order.lines × Order.notes        another kind of finding, named like its constant
 * // unclosed connection: session                        what a finding about connections is about
 * // separate commits likely: 2 writes                   how many writes, or reads
 * // loaded for id info: table Product                  worth knowing only
 * // in-memory pagination: Order.lines on 6              on one line of Hibernate only
 * // fix: left join fetch o.lines in the query at Queries.all
 * // fix: leaves 1 statement                             a line of what to change, without file and line number,
 * // which further comments go on with
 * // fix: none                                           nothing to repair
 * }</pre>
 */
final class Markers {

    private static final Pattern METHOD = Pattern.compile("^ {4,8}(?!.*->)[\\w<>\\[\\], ]*?(\\w+)\\([^;=]*\\{$");
    private static final Pattern MARKER = Pattern.compile("// (?<kind>N\\+1|"
            + Stream.of(FindingKind.values())
                    .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace("_", "[ -]"))
                    .collect(Collectors.joining("|"))
            + ")(?: (?<verdict>likely|info))?:"
            + " (?<subjects>.+?)(?: in (?<in>(?:table )?\\S+))?(?: for (?<case>\\w+))?(?: on (?<line>\\d+))?$");

    private static final Pattern FIX = Pattern.compile("^\\s*// (?<first>fix: )?(?<text>.+)$");

    private Markers() {}

    /** {@return the labels of one case} */
    static List<Label> of(Class<?> declaring, String caseName) {
        List<Label> labels = new ArrayList<>();
        String method = "";
        int number = 0;
        for (String line : linesOf(declaring)) {
            number++;
            Matcher declaration = METHOD.matcher(line);
            if (declaration.find()) {
                method = declaration.group(1);
            }
            if (line.matches(" {4}private final .*Function<.*")) {
                method = "new";
            }
            String place = method + " (" + declaring.getSimpleName() + ".java:" + number + ")";
            for (String comment : line.split("(?=//)", -1)) {
                Matcher marker = MARKER.matcher(comment.strip());
                if (marker.find() && caseName.equals(Objects.requireNonNullElse(marker.group("case"), method))) {
                    for (String subject : marker.group("subjects").split(" and ", -1)) {
                        labels.add(label(marker, subject, place));
                    }
                }
            }
        }
        return labels;
    }

    /** {@return what has to be said of the repair of one case, empty when the case leaves that open} */
    static List<String> fixesOf(Class<?> declaring, String caseName) {
        List<String> fixes = new ArrayList<>();
        String method = "";
        for (String line : linesOf(declaring)) {
            Matcher declaration = METHOD.matcher(line);
            if (declaration.find()) {
                method = declaration.group(1);
            }
            Matcher fix = FIX.matcher(line);
            boolean isComment = fix.find() && caseName.equals(method);
            if (isComment && fix.group("first") != null) {
                fixes.add(fix.group("text"));
            } else if (isComment && !fixes.isEmpty()) {
                fixes.add(fixes.remove(fixes.size() - 1) + " " + fix.group("text"));
            }
        }
        return fixes;
    }

    private static Label label(Matcher marker, String subject, String place) {
        return new Label(
                kind(marker.group("kind")),
                marker.group("verdict") == null
                        ? Verdict.PROVEN
                        : Verdict.valueOf(marker.group("verdict").toUpperCase(Locale.ROOT)),
                subject,
                Objects.requireNonNullElse(marker.group("in"), ""),
                Integer.parseInt(Objects.requireNonNullElse(marker.group("line"), "0")),
                place);
    }

    /** {@return the kind of finding that is named so in labels} */
    private static FindingKind kind(String name) {
        return name.equals("N+1")
                ? FindingKind.N_PLUS_ONE
                : FindingKind.valueOf(
                        name.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_'));
    }

    private static List<String> linesOf(Class<?> declaring) {
        Path file = Path.of("src/test/java", declaring.getName().replace('.', '/') + ".java");
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
