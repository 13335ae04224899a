package io.querybudget.junit;

import io.querybudget.Quantity;
import io.querybudget.RuleSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.ConfigurationParameters;

/** The settings that JUnit or the JVM is given, such as in {@code junit-platform.properties}. */
enum Setting {
    /** Says by {@code false} that nothing is to be checked. */
    ENABLED("querybudget.enabled"),
    /** Names threads whose SQL belongs to no test, separated by commas; {@code *} stands for any characters. */
    BACKGROUND_THREADS("querybudget.background-threads"),
    /** Names kinds of findings that fail each test, separated by commas. */
    FAIL(RuleSettings.FAIL),
    /** Names kinds of findings that are only logged, separated by commas. */
    WARN(RuleSettings.WARN),
    /** Names kinds of findings that are neither reported nor counted, separated by commas. */
    OFF(RuleSettings.OFF),
    /** The most rows that one statement may return without a finding. */
    ROW_LIMIT(RuleSettings.ROW_LIMIT),
    /** Followed by the name of a quantity: the most of it in a test that has no budget of its own. */
    BUDGET("querybudget.budget."),
    /** Names the file of the findings that tests may have. */
    BASELINE("querybudget.baseline"),
    /** Says by {@code freeze} or {@code shrink} how that file is to be written. */
    BASELINE_WRITE("querybudget.baseline.write"),
    /** Says by {@code update} that snapshots are to be written. */
    SNAPSHOTS("querybudget.snapshots"),
    /** Says by {@code true} that the whole suite is to be reported. */
    REPORT("querybudget.report"),
    /** Names the file that the report is written to. */
    REPORT_FILE("querybudget.report.file");

    private static final String PREFIX = "querybudget.";

    private final String key;

    Setting(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /** {@return the value that JUnit is given for a test, else that of the JVM} */
    Optional<String> of(Optional<ExtensionContext> test) {
        return of(test, key);
    }

    /** {@return the value of the setting of a key} */
    static Optional<String> of(Optional<ExtensionContext> test, String key) {
        return test.flatMap(context -> context.getConfigurationParameter(key))
                .or(() -> Optional.ofNullable(System.getProperty(key)));
    }

    /** {@return the value that JUnit is given for all tests, or that of the JVM} */
    Optional<String> of(ConfigurationParameters parameters) {
        return parameters.get(key);
    }

    /** {@return the keys of all settings, such as {@code querybudget.budget.selects}} */
    static List<String> keys() {
        return Arrays.stream(values())
                .flatMap(setting -> setting == BUDGET
                        ? Arrays.stream(Quantity.values()).map(quantity -> setting.key() + quantity.label())
                        : Stream.of(setting.key()))
                .toList();
    }

    /** {@return the keys that look like settings but are none} */
    static List<String> unknown(ConfigurationParameters parameters) {
        List<String> known = keys();
        return parameters.keySet().stream()
                .filter(key -> key.startsWith(PREFIX) && !known.contains(key))
                .sorted()
                .toList();
    }
}
