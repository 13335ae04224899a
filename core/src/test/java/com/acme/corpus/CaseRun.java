package com.acme.corpus;

import io.querybudget.Analysis;
import io.querybudget.CallSite;
import io.querybudget.ConnectionUse.State;
import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.FindingKind;
import io.querybudget.Garbage;
import io.querybudget.Recording;
import io.querybudget.StatementGroup;
import io.querybudget.detection.Detection;
import io.querybudget.jdbc.ObservedDataSource;
import io.querybudget.recording.StandingClock;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import io.querybudget.report.Report;
import io.querybudget.sql.SqlText;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.Version;

/** Runs a case with the arguments it asks for, inside a unit of work, and undoes what it wrote. */
final class CaseRun {

    /** The line of Hibernate that runs. */
    static final int HIBERNATE = Integer.parseInt(Version.getVersionString().replaceFirst("\\..*", ""));

    private final LabelledCase labelled;
    private final Database database;
    private final SessionFactory factory;

    CaseRun(LabelledCase labelled, Database database) {
        this.labelled = labelled;
        this.database = database;
        this.factory = database.sessionFactory(
                Set.of(labelled.expectation().settings()),
                labelled.method().getDeclaringClass().getClassLoader());
    }

    Outcome outcome() throws Exception {
        try (Session session = factory.openSession();
                StatelessSession stateless = factory.openStatelessSession();
                Connection connection =
                        ObservedDataSource.wrap(database.dataSource(), "shop").getConnection()) {
            session.beginTransaction();
            stateless.beginTransaction();
            connection.setAutoCommit(false);
            try {
                DataSource archive = ObservedDataSource.wrap(database.archive(), "archive");
                Shop shop = new Shop(ObservedDataSource.wrap(database.dataSource(), "shop"));
                return outcome(List.of(factory, session, stateless, connection, archive, shop));
            } finally {
                session.getTransaction().rollback();
                stateless.getTransaction().rollback();
                connection.rollback();
            }
        }
    }

    private Outcome outcome(List<Object> resources) throws Exception {
        try (UnitScope scope = StandingClock.open(UnitOfWork.Kind.TEST, labelled.name())) {
            int before = database.executions();
            invoke(resources, scope.unit());
            int executed = database.executions() - before;
            if (mayHaveLostConnections(scope.unit().recording())) {
                Garbage.collect();
            }
            Analysis analysis = Detection.analyse(scope.unit().recording());
            Recording recording = analysis.recording();
            return new Outcome(
                    labelled,
                    executed,
                    recording.total(),
                    passages(recording),
                    labelled.labelsOn(HIBERNATE),
                    Sighting.in(analysis),
                    fixes(analysis),
                    misplaced(analysis),
                    sharedIds(analysis));
        }
    }

    /** {@return the N+1s that the tree does not show below the statement whose rows led to them} */
    private static List<String> misplaced(Analysis analysis) {
        Set<Long> known = analysis.recording().statements().stream()
                .map(ExecutedStatement::id)
                .collect(Collectors.toSet());
        return analysis.findings().stream()
                .filter(finding -> finding.kind() == FindingKind.N_PLUS_ONE && known.contains(finding.parentId()))
                .filter(finding -> analysis.tree().stream().noneMatch(group -> isBelowParent(finding, group, false)))
                .map(Finding::toString)
                .toList();
    }

    /** {@return the ids that several findings share, of which a log would show the first only} */
    private static List<String> sharedIds(Analysis analysis) {
        Map<String, Set<String>> sharersById = analysis.findings().stream()
                .collect(Collectors.groupingBy(
                        Finding::id, Collectors.mapping(finding -> sharer(finding, analysis), Collectors.toSet())));
        return sharersById.entrySet().stream()
                .filter(sharers -> sharers.getValue().size() > 1)
                .map(sharers -> sharers.getKey() + " of " + sharers.getValue())
                .toList();
    }

    /** {@return what has an id of its own: a statement of a method, and each loop} */
    private static String sharer(Finding finding, Analysis analysis) {
        String place = finding.kind() == FindingKind.N_PLUS_ONE ? " at " + finding.origin() : "";
        return outline(finding, analysis) + place;
    }

    private static String outline(Finding finding, Analysis analysis) {
        return analysis.recording().statements().stream()
                .filter(statement -> finding.statementIds().contains(statement.id()))
                .map(statement -> SqlText.of(statement.sql()).outline())
                .findFirst()
                .orElse("");
    }

    private static boolean isBelowParent(Finding finding, StatementGroup group, boolean isBelow) {
        boolean holdsParent = group.statements().stream().anyMatch(statement -> statement.id() == finding.parentId());
        boolean isPlaced = (isBelow || holdsParent) && finding.equals(group.finding());
        return isPlaced
                || group.children().stream().anyMatch(child -> isBelowParent(finding, child, isBelow || holdsParent));
    }

    private static boolean mayHaveLostConnections(Recording recording) {
        return recording.connections().stream()
                .anyMatch(connection -> connection.opener() != null && connection.state() == State.HELD);
    }

    private static List<String> fixes(Analysis analysis) {
        return Report.tree(analysis)
                .lines()
                .dropWhile(line -> !line.startsWith("  Fix: ") && !line.startsWith("  Info: "))
                .takeWhile(line -> !line.startsWith("  Not exercised: "))
                .map(line -> line.replaceFirst("^  Fix: ", "").strip())
                .map(line -> line.replaceAll(" \\(\\w+\\.java:\\d+\\)", ""))
                .toList();
    }

    private static Map<String, Long> passages(Recording recording) {
        Stream<List<CallSite>> ofStatements = recording.statements().stream().map(ExecutedStatement::callPath);
        Stream<List<CallSite>> ofConnections = recording.connections().stream()
                .flatMap(connection -> Stream.of(
                        connection.callPath(),
                        Stream.ofNullable(connection.opener()).toList()));
        return Stream.concat(ofStatements, ofConnections)
                .flatMap(path -> path.stream().map(Sighting::placeOf).distinct())
                .collect(Collectors.groupingBy(place -> place, Collectors.counting()));
    }

    private void invoke(List<Object> resources, UnitOfWork unit) throws Exception {
        List<Object> candidates = new ArrayList<>(resources);
        candidates.add(unit);
        List<Object> arguments = new ArrayList<>();
        for (Class<?> type : labelled.method().getParameterTypes()) {
            arguments.add(
                    candidates.stream().filter(type::isInstance).findFirst().orElseThrow());
        }
        try {
            labelled.method().invoke(instance(), arguments.toArray());
        } catch (InvocationTargetException e) {
            throw new AssertionError("The code of the case failed", e.getCause());
        }
    }

    private Object instance() throws ReflectiveOperationException {
        var constructor = labelled.method().getDeclaringClass().getDeclaredConstructor();
        constructor.setAccessible(true);
        labelled.method().setAccessible(true);
        return constructor.newInstance();
    }
}
