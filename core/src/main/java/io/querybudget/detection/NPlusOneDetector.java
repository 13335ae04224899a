package io.querybudget.detection;

import io.querybudget.Finding;
import io.querybudget.Finding.Coverage;
import io.querybudget.FindingKind;
import io.querybudget.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds statements that were issued once per row of an earlier result.
 *
 * <p>The evidence is exact: rows of one <em>group</em>, at least two of them, each led to a statement of its own by one
 * call path and one attribute. A group is one statement, or all statements of an N+1 that was found already, so that
 * nested patterns come out as one finding below another. Statements whose rows led to one statement each, like a walk
 * along a linked list, are no N+1.
 */
final class NPlusOneDetector {

    private final Statements statements;
    private final Map<Long, Finding> findingByStatement = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    NPlusOneDetector(Statements statements) {
        this.statements = statements;
    }

    List<Finding> findings() {
        FetchAdvisor advisor = new FetchAdvisor(statements);
        for (Repetition repetition : AssociationLoads.in(statements)) {
            Evidence evidence = evidence(repetition);
            if (!evidence.members.isEmpty()) {
                add(finding(repetition, evidence, advisor));
            }
        }
        return findings;
    }

    private record Evidence(List<Trigger> members, Set<SourceRow> rows, long parentId) {}

    private Evidence evidence(Repetition repetition) {
        Map<Object, Set<Trigger>> triggersByGroup = new LinkedHashMap<>();
        Map<Object, Set<SourceRow>> rowsByGroup = new LinkedHashMap<>();
        for (Trigger trigger : repetition.triggers()) {
            for (SourceRow source : trigger.sources()) {
                Object group = group(source);
                triggersByGroup
                        .computeIfAbsent(group, unused -> new LinkedHashSet<>())
                        .add(trigger);
                rowsByGroup
                        .computeIfAbsent(group, unused -> new LinkedHashSet<>())
                        .add(source);
            }
        }
        Set<Trigger> members = new LinkedHashSet<>();
        Set<SourceRow> rows = new LinkedHashSet<>();
        triggersByGroup.forEach((group, triggers) -> {
            Set<SourceRow> groupRows = Objects.requireNonNull(rowsByGroup.get(group));
            if (triggers.size() > 1 && groupRows.size() > 1) {
                members.addAll(triggers);
                rows.addAll(groupRows);
            }
        });
        long parentId = rows.stream().findFirst().map(SourceRow::statementId).orElse(0L);
        return new Evidence(List.copyOf(members), rows, parentId);
    }

    private Object group(SourceRow source) {
        Finding finding = findingByStatement.get(source.statementId());
        return finding == null ? (Object) source.statementId() : finding;
    }

    private Finding finding(Repetition repetition, Evidence evidence, FetchAdvisor advisor) {
        Trigger first = evidence.members.get(0);
        Finding enclosing = findingByStatement.get(evidence.parentId);
        FetchAdvisor.Advice advice = advisor.advise(repetition, first.statement(), evidence.parentId);
        return new Finding(
                FindingIds.of(FindingKind.N_PLUS_ONE, repetition),
                FindingKind.N_PLUS_ONE,
                Verdict.PROVEN,
                repetition.associations(),
                evidence.members.stream().map(member -> member.statement().id()).toList(),
                evidence.parentId,
                new Coverage(evidence.rows.size(), parentRows(evidence.rows)),
                first.statement().origin().orElse(null),
                advice.location(),
                advice.fix(),
                enclosing == null ? null : enclosing.id());
    }

    private long parentRows(Set<SourceRow> rows) {
        return rows.stream()
                .map(SourceRow::statementId)
                .distinct()
                .mapToLong(
                        id -> statements.find(id).map(parent -> parent.rows()).orElse(0L))
                .sum();
    }

    private void add(Finding finding) {
        findings.add(finding);
        finding.statementIds().forEach(id -> findingByStatement.put(id, finding));
    }
}
