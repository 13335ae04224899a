package io.querybudget.detection;

import io.querybudget.Association;
import io.querybudget.CallSite;
import io.querybudget.ExecutedStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ids of the loops of one recording.
 *
 * <p>Loops at several lines of one method may load the same for rows of the same query, executed again. They are told apart
 * by the order in which they ran, so that an id does not change when lines move, and one loop is not hidden by another.
 */
final class LoopIds {

    private final Map<String, List<Optional<CallSite>>> placesById = new HashMap<>();

    /** {@return the id of the loop whose first statement and parent are given, to be asked for in the order of the loops} */
    String of(List<Association> associations, ExecutedStatement first, Optional<ExecutedStatement> parent) {
        String id = FindingIds.ofLoop(associations, first, parent);
        List<Optional<CallSite>> places = placesById.computeIfAbsent(id, unused -> new ArrayList<>());
        if (!places.contains(first.origin())) {
            places.add(first.origin());
        }
        int before = places.indexOf(first.origin());
        return before == 0 ? id : FindingIds.further(id, before);
    }
}
