package io.querybudget.junit;

import io.querybudget.SuiteSummary;
import io.querybudget.report.Report;
import io.querybudget.report.SuiteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * Prints what a suite executed and writes the same into a file, where {@code querybudget.report=true} asks for it.
 *
 * @param file the file, {@code querybudget.report.file} if that is given
 */
record SuiteReport(Path file) {

    static Optional<SuiteReport> find(ConfigurationParameters parameters) {
        return Setting.REPORT
                .of(parameters)
                .filter("true"::equalsIgnoreCase)
                .map(asked -> new SuiteReport(
                        Setting.REPORT_FILE.of(parameters).map(Path::of).orElseGet(SuiteReport::defaultFile)));
    }

    void print(SuiteSummary suite) {
        try {
            SuiteFile.write(suite, file);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
        System.out.println(Report.suite(suite, file.toString()));
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
}
