package io.querybudget.detection;

import io.querybudget.Finding;
import io.querybudget.FindingKind;
import io.querybudget.recording.StandingClock;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import java.util.List;

/** Runs code as a unit of work and says what was found in it. */
final class Units {

    private Units() {}

    /** Code that may fail. */
    interface Work {
        void run() throws Exception;
    }

    static List<Finding> findings(FindingKind kind, Work work) throws Exception {
        return findings("GET /stock", kind, work);
    }

    static List<Finding> findings(String name, FindingKind kind, Work work) throws Exception {
        try (UnitScope scope = StandingClock.open(UnitOfWork.Kind.REQUEST, name)) {
            work.run();
            return Detection.analyse(scope.unit().recording()).findings().stream()
                    .filter(finding -> finding.kind() == kind)
                    .toList();
        }
    }
}
