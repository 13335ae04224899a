package io.querybudget.report;

import io.querybudget.Analysis;
import io.querybudget.Association;
import io.querybudget.ExecutedStatement;
import io.querybudget.FetchFix;
import io.querybudget.Finding;
import io.querybudget.Fix;
import io.querybudget.Owner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts the statements that are left once some findings are repaired. */
final class Remainder {

    private final List<ExecutedStatement> statements;
    private final long total;

    private Remainder(Analysis analysis) {
        this.statements = analysis.recording().statements();
        this.total = analysis.recording().total();
    }

    static long of(Analysis analysis, List<Finding> findings) {
        Remainder remainder = new Remainder(analysis);
        Set<Long> gone = analysis.findings().stream()
                .flatMap(finding -> finding.statementIds().stream())
                .collect(Collectors.toCollection(HashSet::new));
        long saved = 0;
        for (Finding finding : findings) {
            long left = finding.fix().left().orElse(0);
            List<Long> single = remainder.singleLoads(finding).filter(gone::add).toList();
            int together = finding.statementIds().size() + single.size();
            boolean areMoreBatches =
                    finding.fix() instanceof FetchFix.FetchInBatches && together > Math.max(left, 1) * Fix.BATCH_SIZE;
            saved += (areMoreBatches ? finding.statementIds().size() : together) - left;
        }
        return remainder.total - saved;
    }

    /** {@return the loads of what a fix fetches, for owners of the same results, that are no part of the loop} */
    private Stream<Long> singleLoads(Finding finding) {
        if (!isFetch(finding.fix())) {
            return Stream.empty();
        }
        Set<Association> fetched = finding.fix() instanceof FetchFix.FetchEach
                ? Set.copyOf(finding.associations())
                : finding.associations().stream().limit(1).collect(Collectors.toSet());
        Set<Long> results = statements.stream()
                .filter(statement -> finding.statementIds().contains(statement.id()))
                .flatMap(statement -> owners(statement, fetched))
                .map(Owner::statementId)
                .collect(Collectors.toSet());
        return statements.stream()
                .filter(statement -> !statement.cause().isBatched())
                .filter(statement ->
                        owners(statement, fetched).map(Owner::statementId).anyMatch(results::contains))
                .map(ExecutedStatement::id);
    }

    private static boolean isFetch(Fix fix) {
        return FixSentences.fetch(fix).isPresent()
                || fix instanceof FetchFix.FetchEach
                || fix instanceof FetchFix.FetchInBatches;
    }

    private static Stream<Owner> owners(ExecutedStatement statement, Set<Association> associations) {
        return statement.provenance().owners().stream()
                .filter(owner -> owner.statementId() != 0 && associations.contains(owner.association()));
    }
}
