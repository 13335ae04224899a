package io.querybudget.detection;

import io.querybudget.Analysis;
import io.querybudget.Finding;
import io.querybudget.Recording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Runs all detectors over a recording. */
public final class Detection {

    private Detection() {}

    /** {@return what was found in a recording, and its statements as a tree} */
    public static Analysis analyse(Recording recording) {
        Statements statements = new Statements(recording.statements());
        List<Finding> findings = new ArrayList<>(new NPlusOneDetector(statements).findings());
        findings.addAll(OversizedResultDetector.findings(statements));
        findings.addAll(BatchedLoadDetector.findings(statements));
        findings.sort(Comparator.comparing(finding -> finding.statementIds().get(0)));
        return new Analysis(recording, findings, new TreeBuilder(statements, findings).build());
    }
}
