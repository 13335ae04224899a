package io.querybudget.demo.shop;

import static io.querybudget.junit.Queries.expectQueries;
import static io.querybudget.junit.QueryBudgetAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.querybudget.junit.QueryBudget;
import io.querybudget.recording.UnitOfWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Keeps README.md true: its Java stands in this file, and its output is what the example prints. */
class ReadmeExampleTests {

    private static final Path README = Path.of("..", "README.md");
    private static final Path SOURCE = Path.of("src/test/java/io/querybudget/demo/shop/ReadmeExampleTests.java");

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
    void each_java_block_stands_in_this_file() throws IOException {
        String source = withoutIndent(Files.readString(SOURCE));

        assertThat(blocks("java"))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(source).contains(withoutIndent(block)));
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

        assertThat(blocks("text")).singleElement().asString().isEqualToNormalizingNewlines(failure + "\n");
    }

    @Test
    void has_two_commands_and_at_most_400_words() throws IOException {
        assertThat(blocks("sh")).hasSize(2);
        assertThat(Files.readString(README).trim().split("\\s+")).hasSizeLessThanOrEqualTo(400);
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(README))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String withoutIndent(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
