package io.querybudget;

import java.util.List;
import java.util.stream.Stream;

/**
 * A recording together with what was found in it.
 *
 * @param recording what was executed
 * @param findings all findings, in the order in which their first statements ran
 * @param unexercised what could not have shown an N+1, so that it is not clean but unknown
 * @param tree the statements as a tree: a group's parent holds the statement its owners or keys came from
 */
public record Analysis(
        Recording recording, List<Finding> findings, List<Unexercised> unexercised, List<StatementGroup> tree) {

    /** Copies the collections. */
    public Analysis {
        findings = List.copyOf(findings);
        unexercised = List.copyOf(unexercised);
        tree = List.copyOf(tree);
    }

    /** {@return the findings of one verdict} */
    public Stream<Finding> findings(Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict);
    }
}
