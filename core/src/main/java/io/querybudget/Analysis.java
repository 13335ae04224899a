package io.querybudget;

import java.util.List;
import java.util.stream.Stream;

/**
 * A recording together with what was found in it.
 *
 * @param recording what was executed
 * @param findings all findings, in the order in which their first statements ran
 * @param tree the statements as a tree: a group's parent holds the statement its owners or keys came from
 */
public record Analysis(Recording recording, List<Finding> findings, List<StatementGroup> tree) {

    /** Copies the collections. */
    public Analysis {
        findings = List.copyOf(findings);
        tree = List.copyOf(tree);
    }

    /** {@return the findings of one verdict} */
    public Stream<Finding> findings(Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict);
    }
}
