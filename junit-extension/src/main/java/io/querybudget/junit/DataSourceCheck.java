package io.querybudget.junit;

import java.util.Collection;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Knows data sources that a test can use, and whether they are observed.
 *
 * <p>Found by {@link java.util.ServiceLoader}; asked at the end of each test that has a budget, on the thread of the test.
 */
public interface DataSourceCheck {

    /** {@return the names of the data sources that the test can use and that are not observed; empty if there are none} */
    Collection<String> unobserved(ExtensionContext test);
}
