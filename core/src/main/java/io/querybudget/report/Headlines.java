package io.querybudget.report;

import io.querybudget.Analysis;
import io.querybudget.CallSite;
import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.FindingKind;
import io.querybudget.Materialised;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what was found, one line for each finding; those of one loop stand below a line that names all of them. */
final class Headlines {

    private static final int MOST_FINDINGS = 20;

    private Headlines() {}

    /**
     * {@return the lines of some findings}
     *
     * @param remark what else is to be said of a finding, or the empty string
     */
    static List<String> of(Analysis analysis, List<Finding> findings, Function<Finding, String> remark) {
        List<Finding> shown = findings.subList(0, Math.min(findings.size(), MOST_FINDINGS));
        List<String> lines = Loops.of(shown).stream()
                .flatMap(loop -> Stream.concat(
                        loop.size() > 1 ? Stream.of(loop(analysis, loop)) : Stream.empty(),
                        loop.stream()
                                .map(finding ->
                                        (loop.size() > 1 ? "  " : "") + of(analysis, finding) + remark.apply(finding))))
                .collect(Collectors.toCollection(ArrayList::new));
        if (findings.size() > MOST_FINDINGS) {
            lines.add("… and " + Sentences.count(findings.size() - MOST_FINDINGS, "more finding"));
        }
        return lines;
    }

    private static String loop(Analysis analysis, List<Finding> loop) {
        return "N+1 in one loop: "
                + loop.stream().map(finding -> subject(analysis, finding)).collect(Collectors.joining(" and "));
    }

    private static String subject(Analysis analysis, Finding finding) {
        return finding.associations().isEmpty() ? display(analysis, finding) : Sentences.associations(finding);
    }

    private static String display(Analysis analysis, Finding finding) {
        Set<Long> ids = Set.copyOf(finding.statementIds());
        List<ExecutedStatement> statements = analysis.recording().statements().stream()
                .filter(statement -> ids.contains(statement.id()))
                .toList();
        return statements.isEmpty() ? "a statement" : TreeText.display(statements);
    }

    private static String of(Analysis analysis, Finding finding) {
        String unitOfWork = analysis.recording().name();
        CallSite origin = finding.origin();
        boolean isLoopOfTest = finding.kind() == FindingKind.N_PLUS_ONE
                && origin != null
                && unitOfWork.startsWith(origin.simpleClassName() + " > ")
                && isEachOfOwnCall(analysis, finding);
        return Sentences.finding(finding, materialised(analysis, finding))
                + (isLoopOfTest ? ", in a loop of the test itself" : "");
    }

    /** {@return whether no two statements were executed within one call of Hibernate, which would be no loop of its caller} */
    private static boolean isEachOfOwnCall(Analysis analysis, Finding finding) {
        Map<Long, ExecutedStatement> byId = analysis.recording().statements().stream()
                .collect(Collectors.toMap(ExecutedStatement::id, statement -> statement));
        return finding.statementIds().stream()
                        .map(id -> outermostCall(id, byId))
                        .distinct()
                        .count()
                == finding.statementIds().size();
    }

    /** {@return the id of the statement in whose execution another one ran, which is its own id when it ran in none} */
    private static long outermostCall(long id, Map<Long, ExecutedStatement> byId) {
        long outermost = id;
        ExecutedStatement statement = byId.get(id);
        while (statement != null && statement.provenance().isInCall()) {
            outermost = statement.provenance().callerId();
            statement = byId.get(outermost);
        }
        return outermost;
    }

    /** {@return what Hibernate made of the rows of a finding's first statement} */
    static Materialised materialised(Analysis analysis, Finding finding) {
        return first(analysis, finding).map(ExecutedStatement::materialised).orElse(Materialised.NOTHING);
    }

    private static Optional<ExecutedStatement> first(Analysis analysis, Finding finding) {
        long first = finding.statementIds().stream().findFirst().orElse(0L);
        return analysis.recording().statements().stream()
                .filter(statement -> statement.id() == first)
                .findFirst();
    }
}
