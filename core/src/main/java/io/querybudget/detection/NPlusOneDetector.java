package io.querybudget.detection;

import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.Finding.Coverage;
import io.querybudget.FindingKind;
import io.querybudget.Fix;
import io.querybudget.Mapping;
import io.querybudget.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds statements that were issued once per row of an earlier result.
 *
 * <p>Statements are grouped by what they loaded and by their call path; then the evidence decides, the most exact first:
 * the rows that the owners of an association came from, the rows that were being read, the keys that were looked up.
 */
final class NPlusOneDetector {

    private final Statements statements;
    private final FetchAdvisor advisor;
    private final RowEvidence rowEvidence;
    private final RowsBeingRead rowsBeingRead;
    private final KeyEvidence keyEvidence;
    private final Map<Long, Finding> findingByStatement = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final LoopIds ids = new LoopIds();

    NPlusOneDetector(Statements statements, KeyRelations relations, Mapping mapping, KeyReferences references) {
        this.statements = statements;
        this.advisor = new FetchAdvisor(
                statements,
                relations,
                new LookUpAdvisor(statements, relations, mapping, references),
                mapping,
                findingByStatement::get);
        this.rowEvidence = new RowEvidence(findingByStatement::get);
        this.rowsBeingRead = new RowsBeingRead(statements);
        this.keyEvidence = new KeyEvidence(statements, relations, findingByStatement::get);
    }

    /** {@return the findings, ordered by their first statement, so that an enclosing one comes before those in it} */
    List<Finding> findings() {
        List<Repetition> lookUps = KeyLookups.in(statements);
        Branches branches = new Branches(lookUps);
        Stream.concat(AssociationLoads.in(statements).stream(), lookUps.stream())
                .filter(repetition -> repetition.triggers().size() > 1)
                .sorted(Comparator.comparing(repetition -> repetition.first().id()))
                .forEach(repetition -> evidence(repetition).ifPresent(evidence -> add(repetition, evidence, branches)));
        return findings;
    }

    /** A branch that proves nothing by itself may be one of several that prove it together. */
    private void add(Repetition repetition, Evidence evidence, Branches branches) {
        if (findingByStatement.containsKey(repetition.first().id())) {
            return;
        }
        Repetition loop = evidence.verdict() == Verdict.LIKELY ? branches.joined(repetition) : repetition;
        Optional<Evidence> together = loop.equals(repetition)
                ? Optional.empty()
                : evidence(loop).filter(joined -> joined.verdict() == Verdict.PROVEN);
        add(together.isPresent() ? loop : repetition, together.orElse(evidence));
    }

    private Optional<Evidence> evidence(Repetition repetition) {
        return rowEvidence
                .of(repetition)
                .or(() -> rowsBeingRead.of(repetition).flatMap(rowEvidence::of))
                .or(() -> keyEvidence.of(repetition));
    }

    private void add(Repetition repetition, Evidence evidence) {
        ExecutedStatement first = evidence.members().get(0).statement();
        Finding enclosing = findingByStatement.get(evidence.parentId());
        if (evidence.verdict() == Verdict.INFO) {
            List<ExecutedStatement> chain =
                    evidence.members().stream().map(Trigger::statement).toList();
            findings.add(Waste.finding(FindingKind.CHAIN, Verdict.INFO, chain, new Fix.None()));
            return;
        }
        FetchAdvisor.Advice advice = advisor.advise(evidence, repetition);
        boolean isAdopted = evidence.members().stream()
                .anyMatch(member -> member.statement().execution().isAdopted());
        Finding finding = new Finding(
                ids.of(evidence.associations(), first, statements.find(evidence.parentId())),
                FindingKind.N_PLUS_ONE,
                isAdopted ? Verdict.LIKELY : evidence.verdict(),
                evidence.associations(),
                evidence.members().stream()
                        .map(member -> member.statement().id())
                        .toList(),
                evidence.parentId(),
                coverage(evidence.rows()),
                first.origin().orElse(null),
                advice.location(),
                advice.fix(),
                enclosing == null ? null : enclosing.id());
        findings.add(finding);
        finding.statementIds().forEach(id -> findingByStatement.put(id, finding));
    }

    private Coverage coverage(Set<SourceRow> rows) {
        long of = rows.stream()
                .map(SourceRow::statementId)
                .distinct()
                .mapToLong(
                        id -> statements.find(id).map(ExecutedStatement::rows).orElse(0L))
                .sum();
        return new Coverage(rows.size(), of);
    }
}
