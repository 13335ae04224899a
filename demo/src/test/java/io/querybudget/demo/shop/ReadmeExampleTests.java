package io.querybudget.demo.shop;

import static io.querybudget.junit.Queries.expectQueries;
import static io.querybudget.junit.QueryBudgetAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.querybudget.junit.QueryBudget;
import io.querybudget.recording.UnitOfWork;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Keeps README.md and docs true: their Java stands in tests, and the output is what the example prints. */
class ReadmeExampleTests {

    private static final Path README = Path.of("..", "README.md");

    @SpringBootTest
    static class OrderCases {
        @Autowired
        OrderService orders;

        @Test
        @QueryBudget(2)
        void totals_of_open_orders() {
            orders.totals();
        }

        @Test
        void repaired_totals(UnitOfWork work) {
            expectQueries(1, () -> orders.fetchedTotals());

            assertThat(work).hasNoNPlusOne().returnedAtMostRows(50);
        }
    }

    @Test
    void each_java_block_stands_in_a_test() throws IOException {
        String sources = withoutIndent(texts(Documents.TESTS, ".java"));

        assertThat(Documents.blocksIn(Files.readString(README), "java")).isNotEmpty();
        assertThat(Documents.blocksIn(Files.readString(README) + texts(Documents.DIRECTORY, ".md"), "java"))
                .allSatisfy(block -> assertThat(sources).contains(withoutIndent(block)));
    }

    private static String texts(Path directory, String suffix) throws IOException {
        StringBuilder texts = new StringBuilder();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + suffix)) {
            for (Path file : files) {
                texts.append(Files.readString(file)).append('\n');
            }
        }
        return texts.toString();
    }

    @Test
    void the_output_is_what_the_example_prints() throws IOException {
        String failure = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                .selectors(selectClass(OrderCases.class))
                .execute()
                .testEvents()
                .failed()
                .stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result -> result.getThrowable().orElseThrow().getMessage())
                .collect(Collectors.joining("\n"));

        assertThat(Documents.blocksIn(Files.readString(README), "text"))
                .singleElement()
                .asString()
                .isEqualToNormalizingNewlines(failure + "\n");
    }

    @Test
    void has_two_commands_and_at_most_400_words() throws IOException {
        assertThat(Documents.blocksIn(Files.readString(README), "sh")).hasSize(2);
        assertThat(Files.readString(README).trim().split("\\s+")).hasSizeLessThanOrEqualTo(400);
    }

    private static String withoutIndent(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
