package io.querybudget.detection;

import io.querybudget.CallSite;
import io.querybudget.CollectionWrite;
import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.Finding.Coverage;
import io.querybudget.FindingKind;
import io.querybudget.Fix;
import io.querybudget.SessionWork;
import io.querybudget.StatementKind;
import io.querybudget.Verdict;
import io.querybudget.WriteFix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Finds rows of collections that flushes wrote without need: deleted and inserted again unchanged, or updated right after
 * their insert.
 *
 * <p>Likely only, because a mapping may be as it is for other reasons.
 */
final class CollectionWriteDetector {

    /** One row costs one statement more, which nobody notices; each further row does too. */
    private static final int FEWEST_ROWS = 2;

    private record Place(CollectionWrite.Reason reason, String role, List<CallSite> callPath) {}

    /** The writes of one collection by one call path, and their statements. */
    private static final class Writes {
        private final List<CollectionWrite> writes = new ArrayList<>();
        private final Map<Long, ExecutedStatement> statements = new LinkedHashMap<>();

        private int rows() {
            return writes.stream().mapToInt(CollectionWrite::rows).sum();
        }
    }

    private CollectionWriteDetector() {}

    static List<Finding> findings(SessionWork sessions, Statements statements) {
        Map<Place, Writes> byPlace = new LinkedHashMap<>();
        for (CollectionWrite write : sessions.collectionWrites()) {
            List<ExecutedStatement> own = statementsOf(write, statements);
            if (!own.isEmpty()) {
                Place place = new Place(
                        write.reason(), write.collection().role(), own.get(0).callPath());
                Writes writes = byPlace.computeIfAbsent(place, unused -> new Writes());
                writes.writes.add(write);
                own.forEach(statement -> writes.statements.putIfAbsent(statement.id(), statement));
            }
        }
        return byPlace.values().stream()
                .filter(writes -> writes.rows() >= FEWEST_ROWS)
                .map(CollectionWriteDetector::finding)
                .toList();
    }

    /** {@return the statements that wrote a collection, those for other owners in the same flush included} */
    private static List<ExecutedStatement> statementsOf(CollectionWrite write, Statements statements) {
        List<ExecutedStatement> own = statements.ofFlush(write.flush()).stream()
                .filter(statement -> statement.id() > write.since())
                .filter(statement -> write.table().equals(statement.tables().written()))
                .filter(statement -> write.reason().isRecreation() || statement.kind() == StatementKind.UPDATE)
                .toList();
        if (write.reason().isRecreation() || own.isEmpty()) {
            return own;
        }
        String shape = own.get(own.size() - 1).shape();
        return own.stream().filter(statement -> statement.shape().equals(shape)).toList();
    }

    private static Finding finding(Writes found) {
        CollectionWrite first = found.writes.get(0);
        boolean isRecreation = first.reason().isRecreation();
        Fix fix = isRecreation
                ? new WriteFix.WriteChangedRows(first.collection(), first.reason(), left(found))
                : new WriteFix.InsertForeignKey(first.collection(), first.elementName());
        return Waste.finding(
                isRecreation ? FindingKind.RECREATED_COLLECTION : FindingKind.UPDATE_AFTER_INSERT,
                Verdict.LIKELY,
                List.copyOf(found.statements.values()),
                List.of(first.collection()),
                new Coverage(found.rows(), 0),
                fix);
    }

    /** {@return how many statements write the changes; empty with batches, whose number depends on what else is written} */
    private static OptionalLong left(Writes found) {
        boolean isBatched = found.statements.values().stream()
                .anyMatch(statement -> statement.execution().batchSize() > 1);
        return isBatched
                ? OptionalLong.empty()
                : OptionalLong.of(
                        found.writes.stream().mapToInt(CollectionWrite::changes).sum());
    }
}
