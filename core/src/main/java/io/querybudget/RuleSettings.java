package io.querybudget;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads rules from settings, such as those of {@code junit-platform.properties} or of an application. */
public final class RuleSettings {

    /** Names kinds of findings that lead to {@link Reaction#FAIL}, separated by commas. */
    public static final String FAIL = "querybudget.fail";
    /** Names kinds of findings that lead to {@link Reaction#WARN}, separated by commas. */
    public static final String WARN = "querybudget.warn";
    /** Names kinds of findings that lead to {@link Reaction#OFF}, separated by commas. */
    public static final String OFF = "querybudget.off";
    /** The most rows that one statement may return without {@link FindingKind#OVERSIZED_RESULT}. */
    public static final String ROW_LIMIT = "querybudget.row-limit";

    private RuleSettings() {}

    /**
     * {@return the rules, the default ones without a setting}
     *
     * @param settings the value of a setting, if it is given
     * @throws IllegalArgumentException if one makes no sense; the message names it
     */
    public static Rules read(Function<String, Optional<String>> settings) {
        Rules rules = Rules.DEFAULT
                .with(Reaction.FAIL, kinds(FAIL, settings))
                .with(Reaction.WARN, kinds(WARN, settings))
                .with(Reaction.OFF, kinds(OFF, settings));
        return number(ROW_LIMIT, settings).map(rules::withRowLimit).orElse(rules);
    }

    /**
     * {@return the number that a setting gives}
     *
     * @throws IllegalArgumentException if it is none, or negative
     */
    public static Optional<Long> number(String key, Function<String, Optional<String>> settings) {
        return settings.apply(key)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> number(key, text));
    }

    private static long number(String key, String text) {
        long number;
        try {
            number = Long.parseLong(text);
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(key + " = " + text + " is no number", noNumber);
        }
        Limits.requireLimit(key, number);
        return number;
    }

    private static List<FindingKind> kinds(String key, Function<String, Optional<String>> settings) {
        return settings.apply(key).map(String::strip).filter(names -> !names.isEmpty()).stream()
                .flatMap(names -> Arrays.stream(names.split("\\s*,\\s*", -1)))
                .map(name -> kind(key, name))
                .toList();
    }

    private static FindingKind kind(String key, String name) {
        String constant = name.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(FindingKind.values())
                .filter(kind -> kind.name().equals(constant))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key + " = " + name
                        + " names no kind of finding; there are " + Arrays.toString(FindingKind.values())));
    }
}
