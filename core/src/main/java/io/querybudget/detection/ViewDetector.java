package io.querybudget.detection;

import io.querybudget.Association;
import io.querybudget.ConnectionFix;
import io.querybudget.ExecutedStatement;
import io.querybudget.FetchFix;
import io.querybudget.Finding;
import io.querybudget.Finding.Coverage;
import io.querybudget.FindingKind;
import io.querybudget.FixLocation;
import io.querybudget.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds statements that ran because a serializer or a template read what was not loaded: the session is open in view. */
final class ViewDetector {

    private final Statements statements;

    private final QueryRoots roots;

    private ViewDetector(Statements statements, QueryRoots roots) {
        this.statements = statements;
        this.roots = roots;
    }

    static List<Finding> findings(Statements statements, QueryRoots roots) {
        ViewDetector detector = new ViewDetector(statements, roots);
        Map<String, List<ExecutedStatement>> byId = statements.all().stream()
                .filter(statement -> statement.execution().isRendering())
                .filter(statement -> statement.kind().isCounted())
                .collect(Collectors.groupingBy(ViewDetector::id, LinkedHashMap::new, Collectors.toList()));
        return byId.values().stream().map(detector::finding).toList();
    }

    private static String id(ExecutedStatement statement) {
        return FindingIds.of(
                FindingKind.SQL_IN_VIEW,
                statement.cause().association().stream().toList(),
                statement);
    }

    private Finding finding(List<ExecutedStatement> read) {
        ExecutedStatement first = read.get(0);
        List<Association> associations = associations(read);
        Optional<ExecutedStatement> parent = statements.parentOf(first, associations);
        FixLocation query = parent.map(found -> FixLocation.of(found)).orElse(null);
        return new Finding(
                id(first),
                FindingKind.SQL_IN_VIEW,
                Verdict.LIKELY,
                associations,
                read.stream().map(ExecutedStatement::id).toList(),
                parent.map(ExecutedStatement::id).orElse(0L),
                Coverage.NONE,
                first.origin().orElse(null),
                query,
                new ConnectionFix.LoadBeforeView(associations.stream()
                        .map(association -> fetch(association, parent))
                        .toList()),
                null);
    }

    private FetchFix.FetchWithQuery fetch(Association association, Optional<ExecutedStatement> query) {
        return new FetchFix.FetchWithQuery(
                List.of(association),
                query.flatMap(found -> roots.start(found, association)).orElse(null),
                List.of(),
                Map.of(),
                query.flatMap(QueryText::of).filter(QueryText::isCriteria).isPresent());
    }

    /** A proxy's attribute is told by the entity that holds it. */
    private static List<Association> associations(List<ExecutedStatement> read) {
        return read.stream()
                .flatMap(statement -> statement
                        .cause()
                        .association()
                        .or(() -> statement.provenance().owners().stream()
                                .map(owner -> owner.association())
                                .findFirst())
                        .stream())
                .distinct()
                .toList();
    }
}
