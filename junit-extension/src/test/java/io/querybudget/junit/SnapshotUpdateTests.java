package io.querybudget.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes snapshots as a build does: in a JVM of its own, with an environment of its own. */
class SnapshotUpdateTests {

    private static final String TYPE = "com.acme.app.OrderCases";
    private static final String CASES = """
            package com.acme.app;

            public class OrderCases {
                private static final com.acme.shop.Shop SHOP = com.acme.shop.Shop.overObserved("updates");

                @org.junit.jupiter.api.Test
                @io.querybudget.junit.QuerySnapshot
                void counts_lines() {
                    SHOP.countLines();
                }
            }
            """;

    @TempDir
    Path module;

    private Path file;

    @BeforeEach
    void compile() throws IOException {
        file = new OtherJvm(module).compile(TYPE, CASES).resolveSibling("OrderCases.queries.txt");
    }

    @Test
    void writes_what_is_missing() throws Exception {
        assertThat(run(Map.of(), "update")).isEqualTo("[]");
        assertThat(run(Map.of("CI", "true"), "")).isEqualTo("[]");
        assertThat(file).content().isEqualTo("""
                # What the tests of OrderCases execute. Written by QueryBudget; renewed with -Dquerybudget.snapshots=update

                OrderCases > counts_lines()
                  1 × select … from orders
                      at Shop.allOrders
                  2 × select … from orderline where orderline.order_id = ?
                      at Shop.countLines
                """);
    }

    @Test
    void renews_what_is_different_and_leaves_the_rest() throws Exception {
        Files.writeString(file, """
                OrderCases > another()
                  7 × select … from customer

                OrderCases > counts_lines()
                  3 × select … from orders
                """);

        assertThat(run(Map.of(), "update")).isEqualTo("[]");
        assertThat(file)
                .content()
                .contains("OrderCases > another()\n  7 × select … from customer\n\n")
                .contains("OrderCases > counts_lines()\n  1 × select … from orders\n");
    }

    @Test
    void leaves_a_file_alone_that_only_differs_in_places() throws Exception {
        String content = """
                OrderCases > counts_lines()
                  2 × select … from orderline where orderline.order_id = ?
                      at OldName.count
                  1 × select … from orders
                """;
        Files.writeString(file, content);

        assertThat(run(Map.of(), "update")).isEqualTo("[]");
        assertThat(file).hasContent(content);
    }

    @Test
    void writes_nothing_where_nobody_would_review_it() throws Exception {
        assertThat(run(Map.of("CI", "true"), "update")).isEqualTo("""
                [OrderCases > counts_lines(): snapshots are not written where the environment variable CI is set, because \
                nobody would review them
                  Leave out -Dquerybudget.snapshots=update here, run it where the file can be committed]""");
        assertThat(file).doesNotExist();
    }

    @Test
    void says_where_it_looked_for_the_source() throws Exception {
        Files.delete(file.resolveSibling("OrderCases.java"));

        assertThat(run(Map.of(), ""))
                .isEqualTo("[OrderCases > counts_lines(): the snapshot stands beside the source of the test class, but"
                        + " com.acme.app.OrderCases was not found below a directory src/*/*]");
    }

    private String run(Map<String, String> environment, String snapshots) throws Exception {
        return new OtherJvm(module).run(TYPE, environment, Map.of("querybudget.snapshots", snapshots));
    }
}
