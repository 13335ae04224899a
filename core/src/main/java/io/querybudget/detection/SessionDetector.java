package io.querybudget.detection;

import io.querybudget.CallSite;
import io.querybudget.Cause;
import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.Finding.Coverage;
import io.querybudget.FindingKind;
import io.querybudget.Fix;
import io.querybudget.ManagedEntities;
import io.querybudget.Recording;
import io.querybudget.SessionFix;
import io.querybudget.SessionFlush;
import io.querybudget.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds sessions that hold many entities for longer than they are of use: while they grow, while queries flush them in
 * vain, and while nothing is modified.
 *
 * <p>Likely only: what it costs depends on the entities. The limits lie where an ordinary test or request never comes.
 */
final class SessionDetector {

    /** A session of fewer entities is flushed in less time than a statement takes. */
    private static final int MANY_ENTITIES = 1_000;

    /** Who flushes that often works in steps, and could clear after each. */
    private static final int MANY_FLUSHES = 5;

    /** Some queries more or less in one transaction are usual. */
    private static final int MANY_QUERIES = 10;

    /** Measured: so many take 5 ms for entities of one attribute, and more with each further one. */
    private static final long MANY_COMPARISONS = 50_000;

    private final Statements statements;
    private final TestCode test;
    private final Map<Long, ManagedEntities> mostCompared;
    private final Map<String, NavigableMap<Long, ExecutedStatement>> byThread = new HashMap<>();

    private SessionDetector(Recording recording, Statements statements) {
        this.statements = statements;
        this.test = TestCode.of(recording);
        this.mostCompared = recording.sessions().mostCompared();
        for (ExecutedStatement statement : statements.all()) {
            byThread.computeIfAbsent(statement.execution().thread(), unused -> new TreeMap<>())
                    .put(statement.id(), statement);
        }
    }

    static List<Finding> findings(Recording recording, Statements statements, List<Finding> others) {
        List<SessionFlush> flushes = recording.sessions().flushes();
        if (flushes.stream().mapToLong(SessionFlush::entities).sum() < MANY_ENTITIES) {
            return List.of();
        }
        SessionDetector detector = new SessionDetector(recording, statements);
        Map<Long, List<SessionFlush>> bySession = new LinkedHashMap<>();
        flushes.forEach(flush -> bySession
                .computeIfAbsent(flush.session(), unused -> new ArrayList<>())
                .add(flush));
        boolean isOversized = others.stream().anyMatch(other -> other.kind() == FindingKind.OVERSIZED_RESULT);
        List<Finding> findings = new ArrayList<>();
        for (List<SessionFlush> session : bySession.values()) {
            detector.growing(session).or(() -> detector.dirtyChecks(session)).ifPresent(findings::add);
            if (!isOversized) {
                detector.readOnlyUse(session).ifPresent(findings::add);
            }
        }
        return findings.stream()
                .filter(finding -> finding.origin() == null || !detector.test.holds(finding.origin()))
                .toList();
    }

    /** {@return what the largest flush of a session compared} */
    private ManagedEntities mostCompared(List<SessionFlush> session) {
        return mostCompared.getOrDefault(session.get(0).session(), ManagedEntities.NONE);
    }

    private boolean isWriting(SessionFlush flush) {
        return flush.inserted() > 0 || !statements.ofFlush(flush.number()).isEmpty();
    }

    /** {@return the finding of a session that keeps all that it wrote} */
    private Optional<Finding> growing(List<SessionFlush> session) {
        List<SessionFlush> writing = session.stream().filter(this::isWriting).toList();
        if (writing.size() < MANY_FLUSHES || !isGrowing(writing)) {
            return Optional.empty();
        }
        SessionFlush last = writing.get(writing.size() - 1);
        List<ExecutedStatement> written = writing.stream()
                .flatMap(flush -> statements.ofFlush(flush.number()).stream().limit(1))
                .toList();
        return written.isEmpty()
                ? Optional.empty()
                : Optional.of(Waste.finding(
                        FindingKind.GROWING_SESSION,
                        Verdict.LIKELY,
                        written,
                        List.of(),
                        new Coverage(last.entities(), writing.size()),
                        new SessionFix.ClearSession(mostCompared(session))));
    }

    private static boolean isGrowing(List<SessionFlush> flushes) {
        SessionFlush before = flushes.get(0);
        long last = flushes.get(flushes.size() - 1).entities();
        if (last < MANY_ENTITIES || last < 2L * before.entities()) {
            return false;
        }
        for (SessionFlush flush : flushes) {
            if (flush.entities() < before.entities()) {
                return false;
            }
            before = flush;
        }
        return true;
    }

    /** {@return the finding of queries before each of which a session was flushed in vain, at those of the busiest line} */
    private Optional<Finding> dirtyChecks(List<SessionFlush> session) {
        Map<List<CallSite>, List<ExecutedStatement>> queriesByPath = new LinkedHashMap<>();
        int queries = 0;
        long comparisons = 0;
        for (SessionFlush flush : session) {
            Optional<ExecutedStatement> query =
                    flush.isAutomatic() && !isWriting(flush) ? queryAfter(flush) : Optional.empty();
            if (query.isPresent()) {
                queries++;
                comparisons += flush.entities();
                queriesByPath
                        .computeIfAbsent(query.get().callPath(), unused -> new ArrayList<>())
                        .add(query.get());
            }
        }
        if (queries < MANY_QUERIES || comparisons < MANY_COMPARISONS) {
            return Optional.empty();
        }
        Fix fix = new SessionFix.FlushLess(queries, comparisons, mostCompared(session));
        return queriesByPath.values().stream()
                .max(Comparator.comparingInt(List::size))
                .map(busiest -> Waste.finding(FindingKind.DIRTY_CHECKS, Verdict.LIKELY, busiest, fix));
    }

    private Optional<ExecutedStatement> queryAfter(SessionFlush flush) {
        return Optional.ofNullable(byThread.get(flush.thread()))
                .map(thread -> thread.higherEntry(flush.end()))
                .map(Map.Entry::getValue)
                .filter(statement -> statement.cause() instanceof Cause.Query);
    }

    /** {@return the finding of a session that was flushed although nothing was written in the whole unit of work} */
    private Optional<Finding> readOnlyUse(List<SessionFlush> session) {
        ManagedEntities most = mostCompared(session);
        boolean isWritten = session.stream().anyMatch(this::isWriting)
                || statements.writes().findAny().isPresent();
        if (most.total() < MANY_ENTITIES || isWritten || session.stream().allMatch(SessionFlush::isAutomatic)) {
            return Optional.empty();
        }
        return statements.all().stream()
                .max(Comparator.comparingInt(
                        statement -> statement.materialised().count()))
                .map(load -> Waste.finding(
                        FindingKind.READ_ONLY_USE, Verdict.LIKELY, List.of(load), new SessionFix.LoadReadOnly(most)));
    }
}
