package io.querybudget.detection;

import io.querybudget.CallSite;
import io.querybudget.Cause;
import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.FindingKind;
import io.querybudget.LookUpFix;
import io.querybudget.Mapping;
import io.querybudget.Recording;
import io.querybudget.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Notes entities that were loaded by their identifiers, and of which only the key was written into another row.
 *
 * <p>No defect for certain: what the application read of them, perhaps to check it, cannot be seen.
 */
final class LoadedForIdDetector {

    private record Place(String entityName, List<CallSite> callPath) {}

    private LoadedForIdDetector() {}

    static List<Finding> findings(Recording recording, Statements statements, KeyReferences references) {
        TestCode test = TestCode.of(recording);
        Map<Place, List<ExecutedStatement>> loads = statements.all().stream()
                .filter(references::areOnlyUseOf)
                .filter(statement -> !test.begins(statement.callPath()))
                .collect(Collectors.groupingBy(
                        statement -> new Place(entityName(statement, recording.mapping()), statement.callPath()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return loads.entrySet().stream()
                .map(load -> Waste.finding(
                        FindingKind.LOADED_FOR_ID,
                        Verdict.INFO,
                        load.getValue(),
                        new LookUpFix.ReferToId(load.getKey().entityName())))
                .toList();
    }

    private static String entityName(ExecutedStatement load, Mapping mapping) {
        return load.cause() instanceof Cause.EntityLoad entity ? mapping.queryName(entity.entityName()) : "";
    }
}
