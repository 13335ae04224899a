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

    private static final boolean IS_UPDATED = "update".equals(System.getProperty("querybudget.docs"));

    private Documents() {}

    /** {@return the blocks of code of one language in a document} */
    static List<String> blocks(String document, String language) throws IOException {
        return blocksIn(Files.readString(DIRECTORY.resolve(document)), language);
    }

    /** {@return the blocks of code of one language in a text} */
    static List<String> blocksIn(String text, String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** {@return the headings of the sections of a document} */
    static List<String> headings(String document) throws IOException {
        return Files.readString(DIRECTORY.resolve(document))
                .lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring("## ".length()))
                .toList();
    }

    /**
     * {@return the output that a section of a document shows, empty when there is none}
     *
     * @param actual what it should show; with {@code -Dquerybudget.docs=update} it is written there
     */
    static String output(String document, String heading, String actual) throws IOException {
        Path file = DIRECTORY.resolve(document);
        String text = Files.readString(file);
        int begin = text.indexOf("## " + heading + "\n");
        int end = text.indexOf("\n## ", begin);
        String section = begin < 0 ? "" : text.substring(begin, end < 0 ? text.length() : end);
        List<String> shown = blocksIn(section, "text");
        if (shown.isEmpty()) {
            return "";
        }
        if (IS_UPDATED) {
            String fence = "```text\n";
            int output = text.indexOf(fence, begin) + fence.length();
            Files.writeString(
                    file,
                    text.substring(0, output)
                            + actual
                            + text.substring(output + shown.get(0).length()));
            return actual;
        }
        return shown.get(0);
    }
}
