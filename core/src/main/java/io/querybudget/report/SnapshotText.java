package io.querybudget.report;

import io.querybudget.ShapeChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The texts about snapshots of statements. */
public final class SnapshotText {

    private static final String UPDATE = "-Dquerybudget.snapshots=update";

    private SnapshotText() {}

    /** {@return how statements differ from their snapshot} */
    public static String differs(String test, String file, Collection<ShapeChange> changes) {
        List<String> lines = new ArrayList<>();
        lines.add(test + ": the statements differ from " + file);
        for (ShapeChange change : changes) {
            if (change.before() > 0) {
                lines.add("  - " + change.before() + " × " + change.shape());
            }
            if (change.now() > 0) {
                lines.add("  + " + change.now() + " × " + change.shape());
            }
            change.places().forEach(place -> lines.add("      " + place));
        }
        lines.add("  If that is meant, run the test with " + UPDATE + " and commit the file");
        return String.join("\n", lines);
    }

    /** {@return why there is nothing to compare with} */
    public static String missing(String test, String file) {
        return test + ": " + file + " has no snapshot of this test\n  Run the test with " + UPDATE
                + " and commit the file";
    }

    /** {@return why a snapshot is not written} */
    public static String notHere(String test) {
        return test
                + ": snapshots are not written where the environment variable CI is set, because nobody would review"
                + " them\n  Leave out " + UPDATE + " here, run it where the file can be committed";
    }

    /** {@return why it is not known where the snapshot is} */
    public static String noSource(String test, String source) {
        return test + ": the snapshot stands beside the source of the test class, but " + source
                + " was not found below a directory src/*/*";
    }

    /** {@return the head of a file of snapshots} */
    public static String head(String testClass) {
        return "# What the tests of " + testClass + " execute. Written by QueryBudget; renewed with " + UPDATE;
    }
}
