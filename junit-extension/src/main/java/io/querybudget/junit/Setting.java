package io.querybudget.junit;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The settings that JUnit or the JVM is given, such as in {@code junit-platform.properties}. */
enum Setting {
    /** Says by {@code false} that nothing is to be checked. */
    ENABLED("querybudget.enabled"),
    /** Names threads whose SQL belongs to no test, separated by commas; {@code *} stands for any characters. */
    BACKGROUND_THREADS("querybudget.background-threads");

    private final String key;

    Setting(String key) {
        this.key = key;
    }

    /** {@return the value that JUnit is given for a test, else that of the JVM} */
    Optional<String> of(Optional<ExtensionContext> test) {
        return test.flatMap(context -> context.getConfigurationParameter(key))
                .or(() -> Optional.ofNullable(System.getProperty(key)));
    }
}
