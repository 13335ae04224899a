package io.querybudget.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

class BaselineTests {

    private static final String TYPE = "com.acme.app.OrderCases";
    private static final String SOURCE = """
            package com.acme.app;

            import io.querybudget.junit.Queries;
            import org.junit.jupiter.api.Test;

            public class OrderCases {
                private static final com.acme.shop.Shop SHOP = com.acme.shop.Shop.overObserved("frozen");

                @Test
                void counts_lines() {
                    SHOP.countLines();
                }

                @Test
                void counts_lines_of_a_part() {
                    Queries.expectQueries(3, () -> SHOP.countLines());
                }

                @Test
                void finds_orders() {
                    SHOP.findOrders();
                }
            }
            """;
    private static final String FROZEN = """
            # Findings that the tests of this project may have; a new one, or one that grew, fails.
            # Written by -Dquerybudget.baseline.write=freeze (adds) and =shrink (takes out what is gone).

            com.acme.app.OrderCases
              56f6f2bf  at most 2 statements  N_PLUS_ONE Order.lines Shop.countLines
            """;

    private static final Shop SHOP = Shop.overUrl("baseline");

    @ExtendWith(QueryBudgetExtension.class)
    static class Cases {

        @Test
        void counts_lines() {
            SHOP.countLines();
        }
    }

    @TempDir
    Path module;

    private Path file;

    @BeforeEach
    void name() {
        file = module.resolve("queries/baseline.txt");
    }

    private void write(String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private List<Throwable> failures() {
        return Jupiter.failures(Jupiter.run(Cases.class, Map.of("querybudget.baseline", file.toString())));
    }

    @Test
    void a_finding_that_is_in_no_baseline_fails() {
        assertThat(failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageStartingWith("Cases > counts_lines(): N+1, proven: 2 statements for Order.lines"));
    }

    @Test
    void a_finding_that_is_in_the_baseline_fails_nothing_until_it_grows() throws Exception {
        write(FROZEN);
        assertThat(failures()).isEmpty();

        write(FROZEN.replace("2 statements", "1 statement"));
        assertThat(failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageContaining("[id 56f6f2bf], allowed up to 1 statement because: baseline " + file));
    }

    @Test
    void a_line_that_cannot_be_read_is_named() throws Exception {
        write("com.acme.app.OrderCases\n  Order.lines\n");

        assertThat(failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessage(file
                                + ", line 2: \"  Order.lines\" is no finding of a baseline, such as \"  deb2ad0c  at most"
                                + " 10 statements  N_PLUS_ONE Order.lines\" below the name of a test class"));
    }

    private String build(Map<String, String> environment, String mode) throws Exception {
        OtherJvm jvm = new OtherJvm(module);
        jvm.compile(TYPE, SOURCE);
        return jvm.run(
                TYPE,
                environment,
                Map.of("querybudget.baseline", "queries/baseline.txt", "querybudget.baseline.write", mode));
    }

    private String lastLine() throws IOException {
        List<String> lines = Files.readAllLines(new OtherJvm(module).log());
        return lines.get(lines.size() - 1);
    }

    @Test
    void what_a_suite_met_is_frozen_and_then_fails_nothing() throws Exception {
        assertThat(build(Map.of(), "freeze")).isEqualTo("[]");
        assertThat(file).hasContent(FROZEN);
        assertThat(lastLine()).isEqualTo("QueryBudget: the baseline queries/baseline.txt holds 1 finding, before 0");

        assertThat(build(Map.of("CI", "true"), "keep")).isEqualTo("[]");
    }

    @Test
    void what_a_suite_did_not_meet_is_taken_out_when_asked() throws Exception {
        write(FROZEN.replace("2 statements", "7 statements") + """
                  0000beef  at most 3 statements  N_PLUS_ONE Order.customer

                com.acme.app.GoneCases
                  56f6f2bf  at most 9 statements  N_PLUS_ONE Order.lines
                """);
        String before = Files.readString(file);

        assertThat(build(Map.of(), "keep")).isEqualTo("[]");
        assertThat(file).hasContent(before);
        assertThat(lastLine())
                .isEqualTo(
                        "QueryBudget: 2 of 3 findings of the baseline queries/baseline.txt were not met in this run; if"
                                + " all tests ran, take them out with -Dquerybudget.baseline.write=shrink");

        assertThat(build(Map.of(), "shrink")).isEqualTo("[]");
        assertThat(file).hasContent(FROZEN);
    }

    @Test
    void nothing_is_added_unless_asked() throws Exception {
        write("# nothing yet\n");

        assertThat(build(Map.of(), "shrink")).contains("N+1, proven: 2 statements for Order.lines");
        assertThat(file).content().doesNotContain("Order.lines");
    }

    @Test
    void nothing_is_written_where_nobody_would_commit_it() throws Exception {
        assertThat(build(Map.of("CI", "true"), "freeze"))
                .contains("querybudget.baseline.write is for the machine of a developer, not where CI is set; write the"
                        + " baseline there and commit it");
        assertThat(file).doesNotExist();
    }
}
