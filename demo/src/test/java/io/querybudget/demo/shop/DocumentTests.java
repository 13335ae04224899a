package io.querybudget.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps docs true: their Java stands in the tests of this package. */
class DocumentTests {

    @Test
    void each_java_block_stands_in_a_test() throws IOException {
        List<String> sources = new ArrayList<>();
        for (Path source : list(Documents.TESTS, ".java")) {
            sources.add(unindented(Files.readString(source)));
        }
        List<Path> documents = list(Documents.DIRECTORY, ".md");

        assertThat(documents).isNotEmpty();
        for (Path document : documents) {
            assertThat(Documents.blocks(String.valueOf(document.getFileName()), "java"))
                    .allSatisfy(block -> assertThat(sources)
                            .anySatisfy(source -> assertThat(source).contains(unindented(block))));
        }
    }

    private static List<Path> list(Path directory, String ending) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static String unindented(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
