package io.querybudget.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs a test class as a build does: in the directory of a module and in a JVM with an environment of its own.
 *
 * @param module the directory, in which the sources and the classes lie as Maven has them
 */
record OtherJvm(Path module) {

    private Path classes() {
        return module.resolve("target/test-classes");
    }

    /** {@return the file of a source that was written and compiled} */
    Path compile(String type, String source) throws IOException {
        Path file = module.resolve("src/test/java").resolve(type.replace('.', '/') + ".java");
        Files.createDirectories(file.getParent());
        Files.createDirectories(classes());
        Files.writeString(file, source);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", classes().toString(), file.toString());
        assertThat(result).isZero();
        return file;
    }

    /** {@return the messages of the failures} */
    String run(String type, Map<String, String> environment, Map<String, String> settings) throws Exception {
        Path output = module.resolve("output");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes() + File.pathSeparator + System.getProperty("java.class.path"),
                "-Dfile.encoding=UTF-8",
                "-Djunit.jupiter.extensions.autodetection.enabled=true"));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of(OtherJvm.class.getName(), type, output.toString()));
        ProcessBuilder process = new ProcessBuilder(command).directory(module.toFile());
        process.environment().remove("CI");
        process.environment().putAll(environment);
        process.redirectErrorStream(true).redirectOutput(log().toFile());
        assertThat(process.start().waitFor()).as(() -> log().toString()).isZero();
        return Files.readString(output);
    }

    /** {@return the file of what the last run printed} */
    Path log() {
        return module.resolve("log");
    }

    public static void main(String[] arguments) throws Exception {
        List<String> messages = new ArrayList<>();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(Class.forName(arguments[0])))
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                result.getThrowable().map(Throwable::getMessage).ifPresent(messages::add);
                            }
                        });
        Files.writeString(Path.of(arguments[1]), messages.toString());
    }
}
