package io.querybudget.junit;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Says that the tests of one class can use data sources that are not observed. */
public final class FixtureCheck implements DataSourceCheck {

    @Override
    public Collection<String> unobserved(ExtensionContext test) {
        return test.getRequiredTestClass() == BlindnessTests.UnobservedCases.class
                ? List.of("reporting", "archive")
                : List.of();
    }
}
