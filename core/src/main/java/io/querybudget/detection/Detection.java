package io.querybudget.detection;

import io.querybudget.Analysis;
import io.querybudget.Finding;
import io.querybudget.Recording;
import io.querybudget.Rules;
import io.querybudget.StatementGroup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs all detectors over a recording. */
public final class Detection {

    private static final Comparator<Finding> FIRST_STATEMENT = Comparator.comparing(
            finding -> finding.statementIds().stream().findFirst().orElse(Long.MAX_VALUE));

    private Detection() {}

    /** {@return what was found in a recording by the default rules, and its statements as a tree} */
    public static Analysis analyse(Recording recording) {
        return analyse(recording, Rules.DEFAULT);
    }

    /** {@return what was found in a recording, what the rules switch off left out, and its statements as a tree} */
    public static Analysis analyse(Recording recording, Rules rules) {
        Statements statements = new Statements(recording.statements());
        Predicate<Finding> isOn = finding -> !rules.isOff(finding.kind());
        List<Finding> inStatements = inStatements(recording, statements, rules).stream()
                .filter(isOn)
                .sorted(FIRST_STATEMENT)
                .toList();
        List<StatementGroup> tree = new TreeBuilder(statements, inStatements).build();
        List<Finding> findings = Stream.concat(
                        inStatements.stream(),
                        onConnections(recording, statements, inStatements).filter(isOn))
                .sorted(FIRST_STATEMENT)
                .toList();
        return new Analysis(recording, findings, UnexercisedDetector.in(recording, statements, findings), tree);
    }

    /** {@return what is wrong with statements; the tree shows it at them} */
    private static List<Finding> inStatements(Recording recording, Statements statements, Rules rules) {
        KeyReferences references = KeyReferences.of(recording, statements);
        KeyRelations relations = new KeyRelations(recording.keyRelations());
        List<Finding> findings = new ArrayList<>(
                new NPlusOneDetector(statements, relations, recording.mapping(), references).findings());
        findings.addAll(unexplained(
                ViewDetector.findings(statements, new QueryRoots(relations, recording.mapping())), findings));
        List<Finding> multiplied = new ArrayList<>(CartesianProductDetector.findings(statements));
        multiplied.addAll(InMemoryPaginationDetector.findings(statements));
        findings.addAll(multiplied);
        findings.addAll(unexplained(OversizedResultDetector.findings(statements, rules.rowLimit()), multiplied));
        findings.addAll(WideReadDetector.findings(statements));
        findings.addAll(unexplained(DuplicateDetector.findings(statements), findings));
        List<Finding> written = new ArrayList<>(CollectionWriteDetector.findings(recording.sessions(), statements));
        written.addAll(LoadedToDeleteDetector.findings(recording, statements));
        findings.addAll(written);
        findings.addAll(unexplained(UnbatchedWritesDetector.findings(recording, statements), written));
        findings.addAll(unexplained(LoadedForIdDetector.findings(recording, statements, references), findings));
        findings.addAll(BatchedLoadDetector.findings(statements));
        findings.addAll(SessionDetector.findings(recording, statements, findings));
        return findings;
    }

    /** {@return what is wrong with connections and transactions, whichever statements they carry} */
    private static Stream<Finding> onConnections(
            Recording recording, Statements statements, List<Finding> inStatements) {
        return Stream.of(
                        ConnectionDetector.findings(recording, statements),
                        SeparateCommitsDetector.findings(recording, statements),
                        SeparateReadsDetector.findings(recording, statements, statementsOf(inStatements)))
                .flatMap(List::stream);
    }

    /** {@return the candidates that are not about statements of a finding} */
    private static List<Finding> unexplained(List<Finding> candidates, List<Finding> findings) {
        Set<Long> explained = statementsOf(findings);
        return candidates.stream()
                .filter(candidate -> Collections.disjoint(candidate.statementIds(), explained))
                .toList();
    }

    private static Set<Long> statementsOf(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.statementIds().stream())
                .collect(Collectors.toSet());
    }
}
