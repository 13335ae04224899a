package io.querybudget.demo.shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The documents beside the README. */
final class Documents {

    static final Path DIRECTORY = Path.of("..", "docs");
    static final Path TESTS = Path.of("src/test/java/io/querybudget/demo/shop");

    private Documents() {}

    /** {@return the blocks of code of one language in a document} */
    static List<String> blocks(String document, String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(DIRECTORY.resolve(document)))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
