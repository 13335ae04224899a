package io.querybudget.junit;

import io.querybudget.report.SnapshotText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The file of the snapshots of one test class, a section for each test.
 *
 * <p>Safe for use by many threads of one JVM.
 *
 * @param path the file, which need not exist
 */
record SnapshotFile(Path path) {

    private static final Object WRITING = new Object();

    /** {@return the snapshot of a test} */
    Optional<Snapshot> read(String test) {
        return Optional.ofNullable(sections().get(test)).map(Snapshot::parse);
    }

    /** Writes the snapshot of a test and leaves the others as they are. */
    void write(String test, Snapshot snapshot) {
        synchronized (WRITING) {
            Map<String, List<String>> sections = sections();
            sections.put(test, snapshot.lines());
            List<String> lines = new ArrayList<>();
            lines.add(SnapshotText.head(name().substring(0, name().indexOf('.'))));
            sections.forEach((name, section) -> {
                lines.add("");
                lines.add(name);
                lines.addAll(section);
            });
            try {
                Files.writeString(path, String.join("\n", lines) + "\n");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    private Map<String, List<String>> sections() {
        Map<String, List<String>> sections = new TreeMap<>();
        List<String> section = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith(" ")) {
                section.add(line);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                section = sections.computeIfAbsent(line, unused -> new ArrayList<>());
            }
        }
        return sections;
    }

    private List<String> lines() {
        synchronized (WRITING) {
            try {
                return Files.exists(path) ? Files.readAllLines(path) : List.of();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
