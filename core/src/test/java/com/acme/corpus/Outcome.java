package com.acme.corpus;

import io.querybudget.FindingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What came out of a case.
 *
 * @param labelled the case
 * @param executed the executions that the independent counter saw
 * @param recorded the statements that the library counted
 * @param passages how many statements and connections each place led to, directly or through calls
 * @param labels what is to be found on this line of Hibernate
 * @param sightings what the library reported
 * @param fixes what the library said of the repair, without file and line number
 * @param misplaced what the tree does not show below the statement whose rows led to it
 * @param sharedIds the ids that several findings share
 */
record Outcome(
        LabelledCase labelled,
        int executed,
        int recorded,
        Map<String, Long> passages,
        List<Label> labels,
        List<Sighting> sightings,
        List<String> fixes,
        List<String> misplaced,
        List<String> sharedIds) {

    Comparison comparison() {
        return Comparison.of(labels, sightings);
    }

    /** {@return everything that is not as labelled} */
    List<String> problems() {
        List<String> problems = new ArrayList<>(comparison().problems());
        int expected = labelled.expectation().statements();
        if (executed != expected) {
            problems.add(0, "wrong count in the label: " + expected + ", executed " + executed);
        }
        if (recorded != executed) {
            problems.add(0, "wrong count in the library: " + recorded + ", executed " + executed);
        }
        labels.stream()
                .filter(label ->
                        passages.getOrDefault(label.place(), 0L) < (label.kind() == FindingKind.N_PLUS_ONE ? 2 : 1))
                .forEach(label -> problems.add(0, "wrong place in the label: " + label));
        List<String> labelledFixes = labelled.fixes().equals(List.of("none")) ? List.of() : labelled.fixes();
        if (!labelled.fixes().isEmpty() && !labelledFixes.equals(fixes)) {
            problems.add("other fixes: " + String.join(" / ", fixes));
        }
        misplaced.forEach(finding -> problems.add("not below its parent in the tree: " + finding));
        sharedIds.forEach(id -> problems.add("one id for several findings: " + id));
        return problems;
    }
}
