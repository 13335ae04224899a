package io.querybudget.report;

import io.querybudget.ConnectionFix;
import io.querybudget.Finding;
import io.querybudget.FixLocation;
import io.querybudget.Verdict;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with connections, transactions and open sessions, and what to change. */
final class ConnectionText {

    private ConnectionText() {}

    static String evidence(Finding finding) {
        String place = Sentences.at(finding);
        if (finding.fix() instanceof ConnectionFix.CloseConnections close) {
            String opened = Sentences.count(close.connections(), close.areOfSessions() ? "session" : "connection")
                    + " opened" + place;
            return finding.verdict() == Verdict.PROVEN
                    ? opened + " and lost: not closed, and nothing refers to "
                            + (close.connections() == 1 ? "it" : "them") + " any more"
                    : opened + " and still open at the end";
        }
        if (finding.fix() instanceof ConnectionFix.ReleaseConnection release) {
            return "held for " + TimeUnit.NANOSECONDS.toMillis(release.idleNanos()) + " ms while nothing ran"
                    + place.replaceFirst(" at ", " after ");
        }
        return "taken" + place + " while the thread held another one of the same pool, taken at " + finding.fixHere();
    }

    static String reads(Finding finding) {
        int repeated = finding.fix() instanceof ConnectionFix.ReadInTransaction read ? read.repeated() : 0;
        return Sentences.count(finding.statementIds().size(), "read")
                + " outside any transaction, each on a connection of its own" + Sentences.at(finding)
                + (repeated > 0 ? "; " + repeated + " of them asked again what another one had asked" : "");
    }

    /** {@return what to change} */
    static String fix(ConnectionFix fix, @Nullable FixLocation location) {
        String place = Places.of(location);
        if (fix instanceof ConnectionFix.CloseConnections close) {
            return "try (" + (close.areOfSessions() ? "EntityManager or Session" : "Connection") + " …) at " + place
                    + ", so that it is closed when an exception is thrown too";
        }
        if (fix instanceof ConnectionFix.TakeOneConnection) {
            return "end the transaction begun at " + place + " before, or join it (Propagation.REQUIRED); a"
                    + " pool in which each thread waits for a second connection stands still";
        }
        if (fix instanceof ConnectionFix.ReleaseConnection) {
            return "do what takes long before or after the transaction begun at " + place
                    + ", so that the connection serves others meanwhile";
        }
        if (fix instanceof ConnectionFix.WriteInTransaction) {
            return "one transaction around these writes at " + place + " (@Transactional on the service method)";
        }
        if (fix instanceof ConnectionFix.ReadInTransaction) {
            return "@Transactional(readOnly = true) on the method at " + place
                    + " or on a caller of it, so that the reads take one connection and share a session; with isolation REPEATABLE_READ they see"
                    + " one state of the data";
        }
        return fix instanceof ConnectionFix.LoadBeforeView view ? loading(view, location) : "";
    }

    private static String loading(ConnectionFix.LoadBeforeView view, @Nullable FixLocation location) {
        String load = view.fetches().isEmpty() ? "load it in the service" : FetchSentences.of(view.fetches(), location);
        return load + ", or hand the view a record that the service has filled; spring.jpa.open-in-view = false keeps"
                + " views from executing SQL";
    }
}
