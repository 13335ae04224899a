package io.querybudget.junit;

import io.querybudget.Budget;
import io.querybudget.FindingKind;
import io.querybudget.Limits;
import io.querybudget.Measure;
import io.querybudget.Quantity;
import io.querybudget.Reaction;
import io.querybudget.Rules;
import io.querybudget.report.Report;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * What the settings of a project ask of its tests.
 *
 * @param rules the rules, which those of a test override
 * @param whole what is asked of a test without a budget of its own, if anything is
 */
record ProjectBudget(Rules rules, Optional<Budget> whole) {

    /** What is loaded has to be named, which a setting cannot. */
    private static final Set<Quantity> LIMITED = EnumSet.complementOf(EnumSet.of(Quantity.LOADED));

    /**
     * {@return what the settings of a test's project ask, without a test those of the JVM}
     *
     * @throws ExtensionConfigurationException if one makes no sense
     */
    static ProjectBudget find(Optional<ExtensionContext> test) {
        Collection<FindingKind> failing = kinds(Setting.FAIL, test);
        Rules rules;
        try {
            rules = Rules.DEFAULT
                    .withRowLimit(number(Setting.ROW_LIMIT, "", test).orElse(Rules.DEFAULT.rowLimit()))
                    .with(Reaction.FAIL, failing)
                    .with(Reaction.WARN, kinds(Setting.WARN, test))
                    .with(Reaction.OFF, kinds(Setting.OFF, test));
        } catch (IllegalArgumentException contradiction) {
            throw new ExtensionConfigurationException(
                    "settings querybudget.…: " + contradiction.getMessage(), contradiction);
        }
        Limits limits = limits(test);
        if (!limits.isEmpty() || Setting.BASELINE.of(test).isPresent()) {
            return new ProjectBudget(rules, Optional.of(Budget.atMost(limits).with(rules)));
        }
        Rules onlyNamed = Rules.WARNING.overriddenBy(rules).withRowLimit(rules.rowLimit());
        return new ProjectBudget(
                rules, failing.isEmpty() ? Optional.empty() : Optional.of(Budget.UNLIMITED.with(onlyNamed)));
    }

    /** {@return whether settings ask something of each test} */
    static boolean isAsked(ConfigurationParameters parameters) {
        return Setting.FAIL.of(parameters).isPresent()
                || Setting.BASELINE.of(parameters).isPresent()
                || LIMITED.stream()
                        .anyMatch(quantity -> parameters
                                .get(Setting.BUDGET.key() + quantity.label())
                                .isPresent());
    }

    /** {@return what is asked of a test with or without a budget of its own} */
    Optional<Budget> of(Optional<Budget> own) {
        return own.map(this::applyTo).or(() -> whole);
    }

    /** {@return a budget by the rules of the project where it has none of its own} */
    Budget applyTo(Budget own) {
        return own.with(rules.overriddenBy(own.rules()));
    }

    private static Limits limits(Optional<ExtensionContext> test) {
        Limits limits = Limits.limits();
        for (Quantity quantity : LIMITED) {
            Optional<Long> number = number(Setting.BUDGET, quantity.label(), test);
            if (number.isPresent()) {
                limits = limits.with(Measure.of(quantity), number.get());
            }
        }
        return limits;
    }

    private static Collection<FindingKind> kinds(Setting setting, Optional<ExtensionContext> test) {
        return setting.of(test).map(String::strip).filter(names -> !names.isEmpty()).stream()
                .flatMap(names -> Arrays.stream(names.split("\\s*,\\s*", -1)))
                .map(name -> kind(setting, name))
                .toList();
    }

    private static FindingKind kind(Setting setting, String name) {
        return Arrays.stream(FindingKind.values())
                .filter(kind -> kind.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new ExtensionConfigurationException(
                        Report.unknownKind(setting.key(), name, List.of(FindingKind.values()))));
    }

    private static Optional<Long> number(Setting setting, String rest, Optional<ExtensionContext> test) {
        return setting.of(test, rest).map(text -> number(setting.key() + rest, text.strip()));
    }

    private static long number(String key, String text) {
        try {
            long number = Long.parseLong(text);
            Limits.requireLimit(key, number);
            return number;
        } catch (NumberFormatException noNumber) {
            throw new ExtensionConfigurationException(key + " = " + text + " is no number", noNumber);
        } catch (IllegalArgumentException negative) {
            throw new ExtensionConfigurationException(String.valueOf(negative.getMessage()), negative);
        }
    }
}
