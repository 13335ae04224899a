package io.querybudget.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the directory with the source of a test class: below {@code src} of the module that it was compiled in. */
final class TestSource {

    private static final List<String> LANGUAGES = List.of(".java", ".kt", ".groovy");

    private TestSource() {}

    /** {@return the directory of the source file, if it is there} */
    static Optional<Path> directory(Class<?> topLevel) {
        Path folder = Path.of(topLevel.getPackageName().replace('.', '/'));
        return modules(topLevel).stream()
                .flatMap(module -> sourceRoots(module).stream())
                .map(root -> root.resolve(folder))
                .filter(directory -> LANGUAGES.stream()
                        .anyMatch(language -> Files.exists(directory.resolve(topLevel.getSimpleName() + language))))
                .findFirst();
    }

    /** {@return the directories around the class files, the innermost first, then the one that the tests run in} */
    private static List<Path> modules(Class<?> topLevel) {
        List<Path> modules = new ArrayList<>();
        for (Path path = location(topLevel).orElse(null); path != null; path = path.getParent()) {
            modules.add(path);
        }
        modules.add(Path.of("").toAbsolutePath());
        return modules;
    }

    private static Optional<Path> location(Class<?> topLevel) {
        CodeSource source = topLevel.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            URI location = source.getLocation().toURI();
            return Optional.of(Path.of(location));
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException notAPath) {
            return Optional.empty();
        }
    }

    /** {@return {@code src/test/java}, {@code src/it/kotlin} and so on} */
    private static List<Path> sourceRoots(Path module) {
        Path sources = module.resolve("src");
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        try (Stream<Path> below = Files.find(sources, 2, (path, attributes) -> attributes.isDirectory())) {
            return below.filter(path -> sources.relativize(path).getNameCount() == 2)
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
