package io.querybudget.junit;

import io.querybudget.SuiteSummary;
import io.querybudget.jdbc.AttachedDataSources;
import io.querybudget.recording.FaultLog;
import io.querybudget.report.SetupText;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a whole suite: reports what it executed when {@code querybudget.report=true} asks for it, keeps the baseline,
 * and says what no single test can, such as which allowances are not needed.
 *
 * <p>The launcher finds it by {@link java.util.ServiceLoader}. The settings are configuration parameters of JUnit: they
 * stand in {@code junit-platform.properties} or are system properties.
 */
public final class SuiteObserver implements TestExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger("io.querybudget");
    private static final String DETECTION = "junit.jupiter.extensions.autodetection.";

    private final AtomicInteger unjudged = new AtomicInteger();
    private Optional<SuiteObservation> observation = Optional.empty();
    private Optional<SuiteReport> report = Optional.empty();
    private boolean isDetectionConfigured;

    /** Called by {@link java.util.ServiceLoader}. */
    public SuiteObserver() {}

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        ConfigurationParameters parameters = plan.getConfigurationParameters();
        Setting.unknown(parameters).forEach(key -> LOG.warn("{}", SetupText.unknownSetting(key, Setting.keys())));
        if (Setting.ENABLED.of(parameters).filter("false"::equalsIgnoreCase).isEmpty()) {
            unjudged.set(0);
            observation = Optional.of(SuiteObservation.begin());
            report = SuiteReport.find(parameters);
            isDetectionConfigured = isDetectionConfigured(parameters);
        }
    }

    /** {@return whether the project decides which extensions are detected, so that ours may not be among them} */
    private static boolean isDetectionConfigured(ConfigurationParameters parameters) {
        return !parameters.getBoolean(DETECTION + "enabled").orElse(true)
                || parameters.get(DETECTION + "include").isPresent()
                || parameters.get(DETECTION + "exclude").isPresent();
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (report.isPresent() && test.isTest() && (isDetectionConfigured || !isJupiter(test))) {
            observation.ifPresent(suite -> suite.open(test.getUniqueId(), nameOf(test)));
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        observation.ifPresent(suite -> {
            FaultLog.guard(
                    "summarise a test",
                    () -> suite.close(test.getUniqueId(), classOf(test).orElse("")));
            if (test.isTest()
                    && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL
                    && !suite.isExtended(test.getUniqueId())) {
                unjudged.incrementAndGet();
            }
        });
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        ConfigurationParameters parameters = plan.getConfigurationParameters();
        observation
                .map(SuiteObservation::end)
                .ifPresent(suite -> FaultLog.guard("report a suite", () -> conclude(suite, parameters)));
        observation = Optional.empty();
    }

    private void conclude(SuiteSummary suite, ConfigurationParameters parameters) {
        report.ifPresent(asked -> asked.print(suite));
        suite.staleAllowances().forEach(stale -> LOG.warn("{}", SetupText.stale(stale)));
        if (ProjectBudget.isAsked(parameters)) {
            if (AttachedDataSources.names().isEmpty() && !suite.tests().isEmpty()) {
                LOG.warn("{}", SetupText.nothingObserved("QueryBudget"));
            }
            if (unjudged.get() > 0) {
                LOG.warn("{}", SetupText.unjudged(unjudged.get()));
            }
        }
        BaselineFile.find(setting -> setting.of(parameters))
                .map(file -> file.conclude(suite, Thread.currentThread().getContextClassLoader()))
                .filter(text -> !text.isEmpty())
                .ifPresent(System.out::println);
    }

    private static boolean isJupiter(TestIdentifier test) {
        return test.getUniqueIdObject()
                .getEngineId()
                .filter("junit-jupiter"::equals)
                .isPresent();
    }

    private static String nameOf(TestIdentifier test) {
        String type = classOf(test)
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .orElse("");
        return type.isEmpty() ? test.getDisplayName() : type + " > " + test.getLegacyReportingName();
    }

    private static Optional<String> classOf(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getClassName());
    }
}
