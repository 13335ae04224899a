package io.querybudget.detection;

import io.querybudget.Association;
import io.querybudget.Finding;
import io.querybudget.FixLocation;
import io.querybudget.Load;
import io.querybudget.Recording;
import io.querybudget.Unexercised;
import io.querybudget.Unexercised.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Notes what a unit of work touched in a way that could not have shown an N+1. */
final class UnexercisedDetector {

    private UnexercisedDetector() {}

    static List<Unexercised> in(Recording recording, Statements statements, List<Finding> findings) {
        List<Unexercised> unexercised = new ArrayList<>(oneOwner(statements, findings));
        statements.all().stream()
                .filter(statement -> statement.provenance().managedBefore() > 0)
                .map(statement -> new Unexercised(
                        FixLocation.of(statement).toString(),
                        Reason.ALREADY_MANAGED,
                        statement.provenance().managedBefore()))
                .forEach(unexercised::add);
        unexercised.addAll(recording.unexercised());
        recording.loads().entrySet().stream()
                .filter(hits -> hits.getKey().kind() == Load.Kind.CACHE_HIT)
                .map(hits -> new Unexercised(hits.getKey().simpleSubject(), Reason.SECOND_LEVEL_CACHE, hits.getValue()))
                .sorted(Comparator.comparing(Unexercised::subject))
                .forEach(unexercised::add);
        return unexercised;
    }

    private static List<Unexercised> oneOwner(Statements statements, List<Finding> findings) {
        Set<Association> found = findings.stream()
                .flatMap(finding -> finding.associations().stream())
                .collect(Collectors.toSet());
        Map<Association, Long> loads = AssociationLoads.in(statements).stream()
                .filter(repetition -> repetition.associations().size() == 1)
                .collect(Collectors.groupingBy(
                        repetition -> repetition.associations().get(0),
                        Collectors.summingLong(
                                repetition -> repetition.triggers().size())));
        return loads.entrySet().stream()
                .filter(load -> load.getValue() == 1 && !found.contains(load.getKey()))
                .map(load -> new Unexercised(load.getKey().simpleRole(), Reason.ONE_OWNER, 1))
                .toList();
    }
}
