package io.querybudget.detection;

import io.querybudget.CallSite;
import io.querybudget.ConnectionFix;
import io.querybudget.ConnectionUse;
import io.querybudget.ConnectionUse.State;
import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.Finding.Coverage;
import io.querybudget.FindingKind;
import io.querybudget.Fix;
import io.querybudget.FixLocation;
import io.querybudget.Recording;
import io.querybudget.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds connections that were not closed, held beside another one, or held for long while nothing ran. */
final class ConnectionDetector {

    /** The pause of a slow machine is shorter, the remote calls that empty pools are not. */
    private static final long LONG_NANOS = 1_000_000_000;

    private final Map<Long, ConnectionUse> connections;
    private final Statements statements;
    private final TestCode test;

    private ConnectionDetector(Recording recording, Statements statements) {
        this.connections = recording.connections().stream()
                .collect(Collectors.toMap(
                        ConnectionUse::id, connection -> connection, (one, same) -> one, LinkedHashMap::new));
        this.statements = statements;
        this.test = TestCode.of(recording);
    }

    static List<Finding> findings(Recording recording, Statements statements) {
        ConnectionDetector detector = new ConnectionDetector(recording, statements);
        Map<String, Finding> byId = new LinkedHashMap<>();
        Stream.of(detector.unclosed(), detector.nested(), detector.idle())
                .flatMap(List::stream)
                .forEach(finding -> byId.putIfAbsent(finding.id(), finding));
        return new ArrayList<>(byId.values());
    }

    private List<Finding> unclosed() {
        Map<CallSite, List<ConnectionUse>> byOpener = new LinkedHashMap<>();
        for (ConnectionUse connection : connections.values()) {
            CallSite opener = connection.opener();
            if (opener != null && connection.state() != State.CLOSED && !test.holds(opener)) {
                byOpener.computeIfAbsent(opener, unused -> new ArrayList<>()).add(connection);
            }
        }
        return byOpener.entrySet().stream()
                .map(entry -> unclosed(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Whatever still refers to a connection may close it later; one that nothing refers to stays open for ever. */
    private static Finding unclosed(CallSite opener, List<ConnectionUse> held) {
        List<ConnectionUse> lost = held.stream()
                .filter(connection -> connection.state() == State.LOST)
                .toList();
        return finding(
                FindingKind.UNCLOSED_CONNECTION,
                lost.isEmpty() ? Verdict.LIKELY : Verdict.PROVEN,
                List.of(),
                opener,
                opener,
                new ConnectionFix.CloseConnections(
                        lost.isEmpty() ? held.size() : lost.size(), held.get(0).isOfSession()));
    }

    private List<Finding> nested() {
        return connections.values().stream()
                .flatMap(inner -> Optional.ofNullable(connections.get(inner.besideId()))
                        .filter(outer -> !test.begins(outer.callPath()) && !test.begins(inner.callPath()))
                        .map(outer -> finding(
                                FindingKind.NESTED_CONNECTION,
                                Verdict.LIKELY,
                                List.of(),
                                inner.origin().orElse(null),
                                outer.origin().orElse(null),
                                new ConnectionFix.TakeOneConnection()))
                        .stream())
                .toList();
    }

    private List<Finding> idle() {
        return connections.values().stream()
                .filter(connection -> connection.longestIdle().nanos() >= LONG_NANOS)
                .filter(connection -> !test.begins(connection.callPath()))
                .map(this::idle)
                .toList();
    }

    private Finding idle(ConnectionUse connection) {
        ConnectionUse.Idle idle = connection.longestIdle();
        List<ExecutedStatement> around = Stream.of(idle.before(), idle.after())
                .map(statements::find)
                .flatMap(Optional::stream)
                .toList();
        CallSite place = around.stream()
                .flatMap(statement -> statement.origin().stream())
                .findFirst()
                .or(connection::origin)
                .orElse(null);
        return finding(
                FindingKind.IDLE_CONNECTION,
                Verdict.LIKELY,
                around,
                place,
                connection.origin().orElse(null),
                new ConnectionFix.ReleaseConnection(idle.nanos()));
    }

    private static Finding finding(
            FindingKind kind,
            Verdict verdict,
            List<ExecutedStatement> statements,
            @Nullable CallSite origin,
            @Nullable CallSite fixHere,
            Fix fix) {
        List<CallSite> places = Stream.of(Optional.ofNullable(origin), Optional.ofNullable(fixHere))
                .flatMap(Optional::stream)
                .toList();
        return new Finding(
                FindingIds.of(kind, "connection", places),
                kind,
                verdict,
                List.of(),
                statements.stream().map(ExecutedStatement::id).toList(),
                0,
                Coverage.NONE,
                origin,
                new FixLocation(null, fixHere),
                fix,
                null);
    }
}
