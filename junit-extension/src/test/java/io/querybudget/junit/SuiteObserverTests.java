package io.querybudget.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.acme.shop.Order;
import com.acme.shop.Shop;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

@Isolated("the whole suite of a JVM is observed")
class SuiteObserverTests {

    private static final Shop SHOP = Shop.overUrl("suite");
    private static final String DETECTION = "junit.jupiter.extensions.autodetection.enabled";

    static class PlainCases {

        @Test
        void counts_lines() {
            SHOP.countLines();
        }

        @Test
        void counts_lines_again() {
            SHOP.countLines();
        }

        @Test
        void touches_one_order() {
            SHOP.query(session -> session.find(Order.class, 1L).lines().size());
        }

        @Test
        void executes_nothing() {}
    }

    @ExtendWith(QueryBudgetExtension.class)
    static class ExtendedCases {

        @BeforeEach
        void prepares() {
            SHOP.findOrders();
        }

        @Test
        @QueryBudget(1)
        void finds_orders() {
            SHOP.findOrders();
        }
    }

    @TempDir
    Path folder;

    @Test
    void ranks_what_a_suite_without_annotations_executed() {
        assertThat(run(PlainCases.class, Map.of(DETECTION, "true")).replaceAll("\\.java:\\d+", ".java:…"))
                .startsWith("QueryBudget: 4 tests executed 8 statements; 1 proven finding, 0 likely\n")
                .contains("\n    4 statements in 2 tests: N+1, proven: Order.lines at Shop.")
                .contains("      Fix: left join fetch lines in the query at ")
                .contains("\n    3 statements: PlainCases > counts_lines()\n")
                .contains("\n    @QueryBudget(3) on " + PlainCases.class.getName() + "\n")
                .endsWith("  In full: " + folder.resolve("suite.xml"));
    }

    @Test
    void observes_tests_that_the_configured_detection_hides_from_the_extension() {
        assertThat(run(PlainCases.class, Map.of(DETECTION, "false"))).startsWith("QueryBudget: 4 tests executed 8 ");
    }

    @Test
    void counts_a_test_once_and_without_its_preparation_where_the_extension_runs_it() {
        assertThat(run(ExtendedCases.class, Map.of(DETECTION, "false")))
                .startsWith("QueryBudget: 1 test executed 1 statement; 0 proven findings, 0 likely\n")
                .doesNotContain("Budgets that would hold");
    }

    @Test
    void writes_a_file_for_programs() throws Exception {
        run(PlainCases.class, Map.of(DETECTION, "true"));

        assertThat(Files.readString(folder.resolve("suite.xml")))
                .contains("<test class=\"" + PlainCases.class.getName()
                        + "\" name=\"PlainCases &gt; counts_lines()\" statements=\"3\" most-rows=\"2\"")
                .contains("kind=\"N_PLUS_ONE\" verdict=\"PROVEN\" association=\"Order.lines\"")
                .endsWith("</querybudget>");
    }

    @Test
    void says_nothing_unless_asked() {
        assertThat(run(PlainCases.class, Map.of(DETECTION, "true", "querybudget.report", "false")))
                .isEmpty();
    }

    private String run(Class<?> cases, Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(Map.of(
                "querybudget.report",
                "true",
                "querybudget.report.file",
                folder.resolve("suite.xml").toString()));
        all.putAll(parameters);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            LauncherFactory.create()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectClass(cases))
                            .configurationParameters(all)
                            .build());
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8)
                .lines()
                .dropWhile(line -> !line.startsWith("QueryBudget: "))
                .reduce((text, line) -> text + "\n" + line)
                .orElse("");
    }
}
