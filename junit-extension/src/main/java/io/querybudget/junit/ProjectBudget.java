package io.querybudget.junit;

import io.querybudget.Budget;
import io.querybudget.Limits;
import io.querybudget.Measure;
import io.querybudget.Quantity;
import io.querybudget.RuleSettings;
import io.querybudget.Rules;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
        Function<String, Optional<String>> settings = key -> Setting.of(test, key);
        Rules rules;
        Limits limits;
        try {
            rules = RuleSettings.read(settings);
            limits = limits(settings);
        } catch (IllegalArgumentException nonsense) {
            throw new ExtensionConfigurationException(String.valueOf(nonsense.getMessage()), nonsense);
        }
        if (!limits.isEmpty() || Setting.BASELINE.of(test).isPresent()) {
            return new ProjectBudget(rules, Optional.of(Budget.atMost(limits).with(rules)));
        }
        Rules onlyNamed = Rules.WARNING.overriddenBy(rules).withRowLimit(rules.rowLimit());
        return new ProjectBudget(
                rules, onlyNamed.canRefuse() ? Optional.of(Budget.UNLIMITED.with(onlyNamed)) : Optional.empty());
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

    private static Limits limits(Function<String, Optional<String>> settings) {
        Limits limits = Limits.limits();
        for (Quantity quantity : LIMITED) {
            Optional<Long> number = RuleSettings.number(Setting.BUDGET.key() + quantity.label(), settings);
            if (number.isPresent()) {
                limits = limits.with(Measure.of(quantity), number.get());
            }
        }
        return limits;
    }
}
