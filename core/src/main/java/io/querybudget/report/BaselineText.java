package io.querybudget.report;

import java.util.List;

/** The texts about a baseline: its file, and what is said of it at the end of a suite. */
public final class BaselineText {

    private BaselineText() {}

    /** {@return the first lines of the file} */
    public static List<String> head() {
        return List.of(
                "# Findings that the tests of this project may have; a new one, or one that grew, fails.",
                "# Written by -Dquerybudget.baseline.write=freeze (adds) and =shrink (takes out what is gone).");
    }

    /** {@return the line of a finding} */
    public static String entry(String id, int atMost, String description) {
        return "  " + id + "  at most " + Sentences.count(atMost, "statement") + "  " + description;
    }

    /** {@return why a file cannot be read} */
    public static String unreadable(String file, int line, String text) {
        return file + ", line " + line + ": \"" + text + "\" is no finding of a baseline, such as \""
                + entry("deb2ad0c", 10, "N_PLUS_ONE Order.lines") + "\" below the name of a test class";
    }

    /** {@return why a file cannot be written like this} */
    public static String unknownMode(String setting, String mode) {
        return setting + " = " + mode + " is unknown; give freeze or shrink";
    }

    /** {@return why a file is not written} */
    public static String notHere(String setting) {
        return setting
                + " is for the machine of a developer, not where CI is set; write the baseline there and commit it";
    }

    /** {@return that there is no file yet} */
    public static String missing(String file) {
        return "QueryBudget: the baseline " + file + " is not there; write it with -Dquerybudget.baseline.write=freeze";
    }

    /** {@return what was written} */
    public static String written(String file, int before, int after) {
        return "QueryBudget: the baseline " + file + " holds " + Sentences.count(after, "finding") + ", before "
                + before;
    }

    /** {@return how many findings of a file were not met, or nothing if all were} */
    public static String shrinkable(String file, int before, int after) {
        return before == after
                ? ""
                : "QueryBudget: " + (before - after) + " of " + Sentences.count(before, "finding") + " of the baseline "
                        + file + " were not met in this run; if all tests ran, take them out with"
                        + " -Dquerybudget.baseline.write=shrink";
    }
}
