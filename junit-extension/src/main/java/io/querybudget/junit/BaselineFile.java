package io.querybudget.junit;

import io.querybudget.Budget;
import io.querybudget.Rules;
import io.querybudget.SuiteSummary;
import io.querybudget.report.BaselineText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * The file of the {@link Baseline} that the project names by {@code querybudget.baseline}.
 *
 * @param path the file, which need not exist
 * @param mode what happens to it at the end of the suite
 */
record BaselineFile(Path path, Mode mode) {

    /** What happens to the file at the end of the suite. */
    enum Mode {
        /** It stays. */
        KEEP,
        /** What was not met is taken out. */
        SHRINK,
        /** What was met is added, and fails no test. */
        FREEZE
    }

    /**
     * {@return the file that the settings name}
     *
     * @param settings gives the value of a setting
     * @throws ExtensionConfigurationException if it is to be written in a way that there is not, or where {@code CI} is set
     */
    static Optional<BaselineFile> find(Function<Setting, Optional<String>> settings) {
        return settings.apply(Setting.BASELINE)
                .map(file -> new BaselineFile(
                        Path.of(file.strip()),
                        settings.apply(Setting.BASELINE_WRITE)
                                .map(BaselineFile::mode)
                                .orElse(Mode.KEEP)));
    }

    private static Mode mode(String text) {
        Mode mode = Arrays.stream(Mode.values())
                .filter(each -> each.name().equals(text.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new ExtensionConfigurationException(
                        BaselineText.unknownMode(Setting.BASELINE_WRITE.key(), text)));
        if (mode != Mode.KEEP && System.getenv("CI") != null) {
            throw new ExtensionConfigurationException(BaselineText.notHere(Setting.BASELINE_WRITE.key()));
        }
        return mode;
    }

    /** {@return a budget that the findings of the baseline do not fail; while they are written, none does} */
    Budget applyTo(Budget budget) {
        return mode == Mode.FREEZE
                ? budget.with(Rules.WARNING.withRowLimit(budget.rules().rowLimit()))
                : budget.allowing(read().allowances("baseline " + path));
    }

    /**
     * Writes the file, or only says what could be taken out of it.
     *
     * @return a text for people, empty if there is nothing to say
     */
    String conclude(SuiteSummary suite, @Nullable ClassLoader testClasses) {
        boolean isThere = Files.exists(path);
        if (mode == Mode.KEEP) {
            Baseline known = read();
            return isThere
                    ? BaselineText.shrinkable(
                            path.toString(),
                            known.size(),
                            known.shrunkBy(suite, testClasses).size())
                    : BaselineText.missing(path.toString());
        }
        return locked(() -> {
            Baseline known = read();
            Baseline written = mode == Mode.FREEZE ? known.grownBy(suite) : known.shrunkBy(suite, testClasses);
            write(written);
            return BaselineText.written(path.toString(), known.size(), written.size());
        });
    }

    Baseline read() {
        try {
            List<String> lines = Files.exists(path) ? Files.readAllLines(path) : List.of();
            return Baseline.parse(lines, path.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void write(Baseline baseline) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path next = Path.of(path + ".next");
        Files.writeString(next, baseline.lines().stream().collect(Collectors.joining("\n", "", "\n")));
        Files.move(next, path, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Code that reads and writes files. */
    private interface Update {
        String run() throws IOException;
    }

    /** Several JVMs of one build write one after the other. */
    private String locked(Update update) {
        Path lock = Path.of(
                Objects.requireNonNullElse(System.getProperty("java.io.tmpdir"), ""),
                "querybudget-" + Integer.toHexString(path.toAbsolutePath().hashCode()) + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            return update.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
