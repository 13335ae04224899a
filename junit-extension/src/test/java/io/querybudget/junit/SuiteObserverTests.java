package io.querybudget.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.acme.shop.Order;
import com.acme.shop.Shop;
import io.querybudget.report.SetupText;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.slf4j.LoggerFactory;

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

    @ExtendWith(QueryBudgetExtension.class)
    static class AllowingCases {

        @Test
        @QueryBudget(allow = @Allow(finding = "N_PLUS_ONE Order.lines", atMost = 2, because = "few orders"))
        void needs_its_allowance() {
            SHOP.countLines();
        }

        @Test
        @QueryBudget(allow = @Allow(finding = "N_PLUS_ONE Order.lines", atMost = 2, because = "once it was needed"))
        void does_not_need_its_allowance() {
            SHOP.findOrders();
        }

        @Test
        @QueryBudget(allow = @Allow(finding = "N_PLUS_ONE Order.lines", atMost = 9, because = "needed by a part"))
        void needs_its_allowance_in_a_part() {
            Queries.expectQueries(3, SHOP::countLines);
        }

        @Test
        @QueryBudget(allow = @Allow(finding = "N_PLUS_ONE Order.customer", atMost = 2, because = "perhaps needed"))
        void does_not_come_to_its_end() {
            throw new IllegalStateException();
        }
    }

    @TempDir
    Path folder;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.list = new CopyOnWriteArrayList<>();
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void leave() {
        logger().detachAppender(log);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger("io.querybudget");
    }

    private List<String> warnings() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void ranks_what_a_suite_without_annotations_executed() {
        assertThat(run(PlainCases.class, Map.of(DETECTION, "true")).replaceAll("\\.java:\\d+", ".java:…"))
                .startsWith("QueryBudget: 4 tests executed 8 statements; 1 proven finding, 0 likely\n")
                .contains("\n    4 statements in 2 tests: N+1, proven: Order.lines at Shop.")
                .contains("      Fix: left join fetch o.lines in the query at ")
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

    @Test
    void says_which_allowances_no_test_needs() {
        run(AllowingCases.class, Map.of(DETECTION, "true", "querybudget.report", "false"));

        assertThat(warnings())
                .containsExactly("@Allow(finding = \"N_PLUS_ONE Order.lines\") met no such finding in AllowingCases >"
                        + " does_not_need_its_allowance(); if that is all it was for, remove it");
    }

    @Test
    void says_which_settings_there_are_when_it_knows_one_not() {
        run(ExtendedCases.class, Map.of(DETECTION, "true", "querybudget.buget.rows", "10"));

        assertThat(warnings())
                .singleElement(STRING)
                .startsWith("querybudget.buget.rows is no setting of QueryBudget; there are querybudget.enabled, ")
                .contains(", querybudget.budget.rows, ");
    }

    @Test
    void says_of_how_many_tests_nothing_was_asked() {
        run(PlainCases.class, Map.of(DETECTION, "false", "querybudget.fail", "N_PLUS_ONE"));

        assertThat(warnings()).containsExactly(SetupText.unjudged(4));
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
