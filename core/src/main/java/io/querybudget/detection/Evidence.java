package io.querybudget.detection;

import io.querybudget.Association;
import io.querybudget.ExecutedStatement;
import io.querybudget.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why statements are an N+1.
 *
 * @param members the statements, each with the rows that led to it; without rows when the keys come from elsewhere
 * @param verdict how sure it is
 * @param associations the attribute they loaded, empty when none is known
 */
record Evidence(List<Trigger> members, Verdict verdict, List<Association> associations) {

    Set<SourceRow> rows() {
        return members.stream()
                .flatMap(member -> member.sources().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** {@return whether the application read the rows of a statement one by one, and each led to members before the next} */
    boolean isStreamed(long statementId) {
        return members.stream()
                        .map(member -> member.statement().provenance())
                        .filter(provenance -> provenance.callerId() == statementId && !provenance.isInCall())
                        .map(ExecutedStatement.Provenance::callerRow)
                        .distinct()
                        .count()
                > 1;
    }

    /** {@return whether rows of some members led to others, as on the way down a tree} */
    boolean isWalk() {
        Set<Long> parents = rows().stream().map(SourceRow::statementId).collect(Collectors.toSet());
        return members.stream()
                .anyMatch(member -> parents.contains(member.statement().id()));
    }

    /** {@return the first statement whose rows led to the members, 0 when there is none} */
    long parentId() {
        return members.stream()
                .flatMap(member -> member.sources().stream())
                .findFirst()
                .map(SourceRow::statementId)
                .orElse(0L);
    }
}
