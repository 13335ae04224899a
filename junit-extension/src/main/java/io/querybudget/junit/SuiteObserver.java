package io.querybudget.junit;

import io.querybudget.SuiteSummary;
import io.querybudget.recording.FaultLog;
import io.querybudget.report.Report;
import io.querybudget.report.SuiteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Reports what a whole suite executed, when {@code querybudget.report=true} asks for it.
 *
 * <p>The launcher finds it by {@link java.util.ServiceLoader}. The setting, and {@code querybudget.report.file}, are
 * configuration parameters of JUnit: they stand in {@code junit-platform.properties} or are system properties.
 */
public final class SuiteObserver implements TestExecutionListener {

    private static final String DETECTION = "junit.jupiter.extensions.autodetection.";

    private Optional<SuiteObservation> observation = Optional.empty();
    private Optional<Path> file = Optional.empty();
    private boolean isDetectionConfigured;

    /** Called by {@link java.util.ServiceLoader}. */
    public SuiteObserver() {}

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        ConfigurationParameters parameters = plan.getConfigurationParameters();
        if (Setting.REPORT.of(parameters).filter("true"::equalsIgnoreCase).isPresent()) {
            observation = Optional.of(SuiteObservation.begin());
            file = Setting.REPORT_FILE.of(parameters).map(Path::of);
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
        if (test.isTest() && (isDetectionConfigured || !isJupiter(test))) {
            observation.ifPresent(suite -> suite.open(test.getUniqueId(), nameOf(test)));
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        observation.ifPresent(suite -> FaultLog.guard(
                "summarise a test",
                () -> suite.close(test.getUniqueId(), classOf(test).orElse(""))));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        observation
                .map(SuiteObservation::end)
                .ifPresent(suite -> FaultLog.guard("report a suite", () -> report(suite)));
        observation = Optional.empty();
    }

    private void report(SuiteSummary suite) {
        Path written = file.orElseGet(SuiteObserver::defaultFile);
        try {
            SuiteFile.write(suite, written);
        } catch (IOException failure) {
            throw new IllegalStateException("cannot write " + written, failure);
        }
        System.out.println(Report.suite(suite, written.toString()));
    }

    /** {@return a file in the folder of the build tool; a further JVM of one build has one of its own} */
    private static Path defaultFile() {
        String fork = Stream.of("surefire.forkNumber", "org.gradle.test.worker")
                .map(System::getProperty)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("1");
        String folder =
                Files.isDirectory(Path.of("build")) && !Files.isDirectory(Path.of("target")) ? "build" : "target";
        return Path.of(folder, fork.equals("1") ? "querybudget.xml" : "querybudget-" + fork + ".xml");
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
