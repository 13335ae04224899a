package io.querybudget.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.Finding;
import io.querybudget.Findings;
import io.querybudget.Ruling;
import io.querybudget.SuiteSummary;
import io.querybudget.TestSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteTests {

    private static final SuiteSummary SUITE = new SuiteSummary(List.of(
            test("loads_an_order()", true, 3, List.of(), Set.of(), Set.of("Order.lines", "Order.customer")),
            test("loads_orders()", false, 11, List.of(lines(10)), Set.of("Order.lines"), Set.of()),
            test("totals()", false, 3, List.of(lines(2)), Set.of("Order.lines"), Set.of())));

    private static Finding lines(int statements) {
        return Findings.nPlusOne(
                "deb2ad0c", List.of(Findings.LINES), 2, statements, Findings.fetch(List.of(Findings.LINES), "o"), null);
    }

    private static TestSummary test(
            String name,
            boolean isLimited,
            int statements,
            List<Finding> findings,
            Set<String> exercised,
            Set<String> unexercised) {
        return new TestSummary(
                "com.acme.OrderTests",
                "OrderTests > " + name,
                isLimited,
                true,
                statements,
                10,
                1_000_000,
                findings,
                Ruling.NONE,
                exercised,
                unexercised);
    }

    @Test
    void a_test_that_meets_a_finding_twice_is_one_test() {
        SuiteSummary suite = new SuiteSummary(
                List.of(test("loads_orders()", false, 22, List.of(lines(10), lines(11)), Set.of(), Set.of())));

        assertThat(suite.findings()).containsExactly(new SuiteSummary.Recurrence(lines(11), 21, 1));
    }

    @Test
    void ranks_findings_and_tests_and_says_what_no_test_exercised() {
        assertThat(Report.suite(SUITE, "target/querybudget.xml")).isEqualTo("""
                        QueryBudget: 3 tests executed 17 statements; 1 proven finding, 0 likely

                          Findings
                            12 statements in 2 tests: N+1, proven: Order.lines at OrderService.totals (OrderService.java:41) [id deb2ad0c]
                              Fix: @EntityGraph(attributePaths = "lines") on OrderRepository.findOpen

                          Tests with the most statements
                            11 statements: OrderTests > loads_orders()
                            3 statements: OrderTests > loads_an_order()
                            3 statements: OrderTests > totals()

                          Budgets that would hold
                            @QueryBudget(11) on com.acme.OrderTests

                          Loaded for one owner only, so that no test could show an N+1
                            Order.customer

                          In full: target/querybudget.xml""");
    }

    @Test
    void shows_the_first_of_many_and_says_how_many_more_there_are() {
        SuiteSummary large = new SuiteSummary(IntStream.range(0, 12)
                .mapToObj(i -> test("test_" + i + "()", true, 1, List.of(), Set.of(), Set.of()))
                .toList());

        assertThat(Report.suite(large, "file"))
                .contains("    1 statement: OrderTests > test_9()\n    … and 2 more\n")
                .doesNotContain("test_10()");
    }

    @Test
    void writes_each_test_and_each_finding_for_programs(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("new/querybudget.xml");

        SuiteFile.write(SUITE, file);

        assertThat(Files.readString(file))
                .contains(
                        "<test class=\"com.acme.OrderTests\" name=\"OrderTests &gt; totals()\" statements=\"3\" most-rows=\"10\""
                                + " elapsed-nanos=\"1000000\" limited=\"false\" complete=\"true\">"
                                + "<met finding=\"deb2ad0c\" statements=\"2\"/></test>")
                .contains("<finding id=\"deb2ad0c\" kind=\"N_PLUS_ONE\" verdict=\"PROVEN\" association=\"Order.lines\"")
                .contains("statements=\"12\" tests=\"2\"/><unexercised role=\"Order.customer\"/></querybudget>");
    }
}
