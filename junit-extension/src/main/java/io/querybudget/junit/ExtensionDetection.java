package io.querybudget.junit;

import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Lets JUnit detect {@link QueryBudgetExtension}, and no other extension, where nobody configured the detection.
 *
 * <p>The launcher finds it by {@link java.util.ServiceLoader}. It waits for the test plan, because only that knows all
 * configuration: system properties, the parameters of the build and {@code junit-platform.properties}. The system
 * properties that it sets are gone when the plan has ended.
 */
public final class ExtensionDetection implements TestExecutionListener {

    private static final String ENABLED = "junit.jupiter.extensions.autodetection.enabled";
    private static final String INCLUDE = "junit.jupiter.extensions.autodetection.include";

    private boolean isSet;

    /** Called by {@link java.util.ServiceLoader}. */
    public ExtensionDetection() {}

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        ConfigurationParameters parameters = plan.getConfigurationParameters();
        if (parameters.get(ENABLED).isEmpty() && parameters.get(INCLUDE).isEmpty()) {
            System.setProperty(ENABLED, "true");
            System.setProperty(INCLUDE, QueryBudgetExtension.class.getName());
            isSet = true;
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (isSet) {
            System.clearProperty(ENABLED);
            System.clearProperty(INCLUDE);
            isSet = false;
        }
    }
}
