package io.querybudget.report;

import static io.querybudget.Findings.CUSTOMER;
import static io.querybudget.Findings.LINES;
import static io.querybudget.Findings.NOTES;
import static io.querybudget.Findings.PRODUCT;
import static io.querybudget.Findings.likely;
import static io.querybudget.Findings.nPlusOne;
import static io.querybudget.Limits.limits;
import static io.querybudget.Recordings.line;
import static io.querybudget.Recordings.select;
import static io.querybudget.Recordings.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.Analysis;
import io.querybudget.Association;
import io.querybudget.Budget;
import io.querybudget.ExecutedStatement;
import io.querybudget.FetchFix;
import io.querybudget.Finding;
import io.querybudget.Finding.Coverage;
import io.querybudget.FindingKind;
import io.querybudget.Findings;
import io.querybudget.Judgement;
import io.querybudget.Limits;
import io.querybudget.LookUpFix;
import io.querybudget.Mapping;
import io.querybudget.Recording;
import io.querybudget.Recordings;
import io.querybudget.Rules;
import io.querybudget.SessionWork;
import io.querybudget.StatementGroup;
import io.querybudget.StatementKind;
import io.querybudget.Unexercised;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReportTests {

    private static final String FIND_OPEN =
            "select o.id, o.status, o.customer_id, o.created_at from orders o where o.status = ?";

    private static final Finding LINES_ROW_BY_ROW =
            nPlusOne("1a2b3c4d", List.of(LINES), 2, 10, Findings.fetch(List.of(LINES), "o"), null);

    private static final Finding PRODUCT_ROW_BY_ROW =
            nPlusOne("5e6f7a8b", List.of(PRODUCT), 12, 20, Findings.fetch(List.of(LINES, PRODUCT), "o"), "1a2b3c4d");

    private static final Analysis NESTED = nested();

    /** {@return a query of 10 orders, then the 2 lines of each order, then the product of each line} */
    private static Analysis nested() {
        ExecutedStatement query =
                statement(1, StatementKind.SELECT, FIND_OPEN, 10, "OrderRepository.findOpen", line(39));
        List<ExecutedStatement> lines = LongStream.range(2, 12)
                .mapToObj(id -> select(id, "select l.id from order_line l where l.order_id = ?", 2, 41))
                .toList();
        List<ExecutedStatement> products = LongStream.range(12, 32)
                .mapToObj(id -> select(id, "select p.id from product p where p.id = ?", 1, 42))
                .toList();
        List<ExecutedStatement> all = new ArrayList<>(List.of(query));
        all.addAll(lines);
        all.addAll(products);
        StatementGroup productGroup = new StatementGroup(products, PRODUCT_ROW_BY_ROW, List.of());
        StatementGroup lineGroup = new StatementGroup(lines, LINES_ROW_BY_ROW, List.of(productGroup));
        return new Analysis(
                Recordings.of(all, List.of(), 0),
                List.of(LINES_ROW_BY_ROW, PRODUCT_ROW_BY_ROW),
                List.of(),
                List.of(new StatementGroup(List.of(query), null, List.of(lineGroup))));
    }

    private static StatementGroup group(ExecutedStatement... statements) {
        return new StatementGroup(List.of(statements), null, List.of());
    }

    private static Analysis analysis(ExecutedStatement... statements) {
        List<StatementGroup> tree =
                List.of(statements).stream().map(ReportTests::group).toList();
        return new Analysis(Recordings.of(statements), List.of(), List.of(), tree);
    }

    private static Budget atMostBecause(int statements, String reason) {
        return new Budget(limits(), limits().statements(statements), reason, Rules.DEFAULT, List.of());
    }

    private static String failure(Budget budget, Analysis analysis) {
        return Report.failure(Judgement.of(budget, analysis));
    }

    @Test
    void says_which_limit_was_exceeded_and_by_which_nested_loads() {
        assertThat(failure(Budget.atMost(limits().statements(2)), NESTED)).isEqualTo("""
                        OrderTests > loads_open_orders(): expected at most 2 statements but executed 31
                          N+1, proven: 10 statements for Order.lines, one for each of 10 rows [id 1a2b3c4d]
                          N+1, proven: 20 statements for OrderLine.product, one for each of 20 rows [id 5e6f7a8b]

                          1 × select … from orders o where o.status = ?                       OrderRepository.findOpen  OrderService.totals (OrderService.java:39)  10 rows
                          └ 10 × Order.lines                             N+1, proven          OrderService.totals (OrderService.java:41)                            20 rows
                             └ 20 × OrderLine.product                    N+1, proven, nested  OrderService.totals (OrderService.java:42)                            20 rows
                          Fix: @EntityGraph(attributePaths = {"lines", "lines.product"}) on OrderRepository.findOpen
                               leaves 1 statement""");
    }

    private static Finding of(Finding finding, Long... statementIds) {
        return new Finding(
                finding.id(),
                finding.kind(),
                finding.verdict(),
                finding.associations(),
                List.of(statementIds),
                finding.parentId(),
                finding.coverage(),
                finding.origin(),
                finding.fixHere(),
                finding.fix(),
                finding.enclosingId());
    }

    /** {@return a query of 3 orders, then what a loop loads for each} */
    private static Analysis loops(Finding... findings) {
        List<ExecutedStatement> all = LongStream.rangeClosed(1, 7)
                .mapToObj(id -> select(id, "select x.id from x where x.order_id = ?", 1, 41))
                .toList();
        return new Analysis(Recordings.of(all, List.of(), 0), List.of(findings), List.of(), List.of());
    }

    @Test
    void says_in_one_heading_what_one_loop_loads_in_turn() {
        Finding lines = nPlusOne("1a2b3c4d", List.of(LINES), 2, 3, fetch(LINES), null);
        Finding customers = nPlusOne("5e6f7a8b", List.of(CUSTOMER), 2, 3, fetch(CUSTOMER), null);

        assertThat(failure(Budget.UNLIMITED, loops(of(lines, 2L, 4L, 6L), of(customers, 3L, 5L, 7L))))
                .isEqualTo("""
                        OrderTests > loads_open_orders(): N+1 in one loop: Order.lines and Order.customer
                            N+1, proven: 3 statements for Order.lines, one for each of 3 rows [id 1a2b3c4d]
                            N+1, proven: 3 statements for Order.customer, one for each of 3 rows [id 5e6f7a8b]

                          Fix: @EntityGraph(attributePaths = {"lines", "customer"}) on OrderRepository.findOpen
                               leaves 1 statement""");
    }

    @Test
    void names_the_query_that_a_loop_executes_in_turn_with_an_association() {
        Finding lines = nPlusOne("1a2b3c4d", List.of(LINES), 2, 3, fetch(LINES), null);
        Finding queries =
                nPlusOne("5e6f7a8b", List.of(), 2, 3, new LookUpFix.AskOnce(LookUpFix.AskOnce.Answer.RESULT), null);

        assertThat(failure(Budget.UNLIMITED, loops(of(lines, 2L, 4L, 6L), of(queries, 3L, 5L, 7L))))
                .startsWith("OrderTests > loads_open_orders(): N+1 in one loop: Order.lines and"
                        + " select x.id from x where x.order_id = ?\n");
    }

    @Test
    void has_no_heading_for_two_loops_of_which_one_follows_the_other() {
        Finding lines = nPlusOne("1a2b3c4d", List.of(LINES), 2, 3, fetch(LINES), null);
        Finding customers = nPlusOne("5e6f7a8b", List.of(CUSTOMER), 5, 3, fetch(CUSTOMER), null);

        assertThat(failure(Budget.UNLIMITED, loops(lines, customers))).doesNotContain("in one loop");
    }

    @Test
    void has_no_heading_for_what_the_mapping_loads_while_one_query_is_read() {
        Finding lines = nPlusOne("1a2b3c4d", List.of(LINES), 2, 3, new FetchFix.FetchEager(LINES, fetch(LINES)), null);
        Finding customers =
                nPlusOne("5e6f7a8b", List.of(CUSTOMER), 2, 3, new FetchFix.FetchEager(CUSTOMER, fetch(CUSTOMER)), null);

        assertThat(failure(Budget.UNLIMITED, loops(of(lines, 2L, 4L, 6L), of(customers, 3L, 5L, 7L))))
                .doesNotContain("in one loop");
    }

    @Test
    void says_what_an_inner_loop_loads_in_turn() {
        Finding lines = nPlusOne("1a2b3c4d", List.of(LINES), 2, 1, fetch(LINES), null);
        Finding products = nPlusOne("5e6f7a8b", List.of(PRODUCT), 2, 2, fetch(LINES, PRODUCT), "1a2b3c4d");
        Finding notes = nPlusOne("9c0d1e2f", List.of(NOTES), 2, 2, fetch(LINES, NOTES), "1a2b3c4d");

        assertThat(failure(Budget.UNLIMITED, loops(lines, of(products, 3L, 5L), of(notes, 4L, 6L)))
                        .lines())
                .contains("  N+1 in one loop: OrderLine.product and Order.notes");
    }

    private static FetchFix.FetchWithQuery fetch(Association... path) {
        return Findings.fetch(List.of(path), "o");
    }

    @Test
    void says_why_the_limit_is_what_it_is() {
        Budget budget = atMostBecause(1, "the report screen");

        assertThat(failure(
                        budget, analysis(select(1, "select id from a", 2, 39), select(2, "select id from b", 1, 40))))
                .isEqualTo("""
                        OrderTests > loads_open_orders(): expected at most 1 statement but executed 2
                          because: the report screen

                          1 × select id from a  OrderService.totals (OrderService.java:39)  2 rows
                          1 × select id from b  OrderService.totals (OrderService.java:40)  1 row""");
    }

    @Test
    void says_nothing_of_the_limit_when_it_was_kept() {
        Budget budget = atMostBecause(99, "the report screen");

        assertThat(failure(budget, NESTED)).doesNotContain("because:").doesNotContain("expected");
    }

    @Test
    void says_which_numbers_were_expected_exactly_and_per_kind() {
        Analysis analysis = analysis(
                select(1, "select id from a", 2, 39),
                statement(2, StatementKind.INSERT, "insert into b(id) values (?)", 0),
                statement(3, StatementKind.UPDATE, "update b set c = ?", 0),
                statement(4, StatementKind.DELETE, "delete from b", 0));
        Budget exactly =
                Budget.exactly(limits().selects(2).inserts(0).updates(3).deletes(4));

        assertThat(failure(exactly, analysis).lines().limit(4))
                .containsExactly(
                        "OrderTests > loads_open_orders(): expected exactly 2 selects but executed 1",
                        "  expected exactly 0 inserts but executed 1",
                        "  expected exactly 3 updates but executed 1",
                        "  expected exactly 4 deletes but executed 1");
    }

    @Test
    void says_that_one_statement_returned_too_many_rows() {
        assertThat(failure(
                        Budget.atMost(limits().rows(50)),
                        analysis(select(1, "select id from a", 60, 39), select(2, "select id from b", 1, 40))))
                .isEqualTo("""
                        OrderTests > loads_open_orders(): expected at most 50 rows per statement but one returned 60

                          1 × select id from a  OrderService.totals (OrderService.java:39)  60 rows
                          1 × select id from b  OrderService.totals (OrderService.java:40)  1 row""");
    }

    @Test
    void says_that_stray_statements_keep_a_limit_from_being_certified() {
        Recording recording = Recordings.of(
                List.of(select(1, "select id from a", 1, 39)),
                List.of(
                        new Recording.Stray("main", "server-1", "", 1),
                        new Recording.Stray("main", "http-1", "GET /orders", 2)),
                0);
        Analysis analysis = new Analysis(
                recording,
                List.of(),
                List.of(),
                List.of(group(recording.statements().get(0))));

        assertThat(failure(Budget.atMost(limits().statements(5)), analysis)).isEqualTo("""
                        OrderTests > loads_open_orders(): the limit cannot be certified: thread "server-1" executed 1 statement on main meanwhile, and nothing tells for whom; hand the unit of work to it with UnitOfWork.wrap(task), or, if it works for no test, set querybudget.background-threads=server-1
                          the limit cannot be certified: GET /orders on thread "http-1" executed 2 statements on main meanwhile, and nothing tells for whom; send it with a client of Spring Boot's tests, or with the header X-QueryBudget-Unit: Recorder.token()

                          1 × select id from a  OrderService.totals (OrderService.java:39)  1 row""");
    }

    @Test
    void says_that_a_session_held_what_was_read() {
        Analysis analysis = new Analysis(
                Recordings.of(),
                List.of(),
                List.of(new Unexercised("Order", Unexercised.Reason.HELD_BEFORE, 3)),
                List.of());

        assertThat(failure(Budget.UNLIMITED, analysis))
                .isEqualTo("OrderTests > loads_open_orders(): what it costs to read Order was not seen: 3 times the"
                        + " session still held it from before; clear() the session before the call");
    }

    @Test
    void cuts_a_long_list_of_stray_threads() {
        List<Recording.Stray> strays = LongStream.rangeClosed(1, 8)
                .mapToObj(number -> new Recording.Stray("main", "server-" + number, "", 1))
                .toList();
        Recording recording = Recordings.of(List.of(select(1, "select id from a", 1, 39)), strays, 0);

        assertThat(failure(
                                Budget.atMost(limits().statements(5)),
                                new Analysis(recording, List.of(), List.of(), List.of()))
                        .lines())
                .hasSize(6)
                .last()
                .isEqualTo("  so did 3 more threads");
    }

    @Test
    void says_that_statements_over_an_unobserved_connection_were_not_counted() {
        Analysis analysis = new Analysis(Recordings.of(List.of(), List.of(), 2), List.of(), List.of(), List.of());

        assertThat(failure(Budget.atMost(limits().statements(5)), analysis))
                .isEqualTo("OrderTests > loads_open_orders(): Hibernate executed 2 statements over a connection that is"
                        + " not observed, so the counts are too low; wrap its data source with"
                        + " ObservedDataSource.wrap(dataSource, \"name\")");
    }

    @Test
    void says_how_to_observe_a_data_source_when_there_is_none() {
        assertThat(SetupText.nothingObserved("OrderTests > loads_open_orders()"))
                .isEqualTo("""
                        OrderTests > loads_open_orders(): no SQL could be counted, because no data source is observed
                          Hibernate 6.6 or newer is observed without configuration when querybudget-core is on its class path.
                          With Spring, add querybudget-spring. Without both, wrap the data source: ObservedDataSource.wrap(dataSource, "name")""");
    }

    @Test
    void says_which_data_sources_were_not_observed() {
        assertThat(SetupText.unobserved("OrderTests > loads_open_orders()", List.of("main")))
                .isEqualTo("""
                        OrderTests > loads_open_orders(): the SQL of main was not counted, because it is not observed
                          Wrap what creates it: ObservedDataSource.wrap(dataSource, "name")""");
        assertThat(SetupText.unobserved("OrderTests", List.of("main", "audit")))
                .startsWith("OrderTests: the SQL of main and audit was not counted, because they are not observed\n");
    }

    @Test
    void notes_a_failed_flush_without_the_values_of_its_statement() {
        Judgement judgement = Judgement.of(
                Budget.exactly(limits().statements(1)), new Analysis(Recordings.of(), List.of(), List.of(), List.of()));

        assertThat(Report.failure(judgement, List.of("could not execute batch [key:secret]\nsecond line")))
                .isEqualTo("""
                        OrderTests > loads_open_orders(): expected exactly 1 statement but executed 0
                          note: pending writes could not be flushed, so the counts may be too low: could not execute batch""");
    }

    @Test
    void warns_of_one_finding_with_its_tree_and_its_fix() {
        assertThat(Report.warning(NESTED, LINES_ROW_BY_ROW)).isEqualTo("""
                        OrderTests > loads_open_orders(): N+1, proven: 10 statements for Order.lines, one for each of 10 rows [id 1a2b3c4d]

                          1 × select … from orders o where o.status = ?                       OrderRepository.findOpen  OrderService.totals (OrderService.java:39)  10 rows
                          └ 10 × Order.lines                             N+1, proven          OrderService.totals (OrderService.java:41)                            20 rows
                             └ 20 × OrderLine.product                    N+1, proven, nested  OrderService.totals (OrderService.java:42)                            20 rows
                          Fix: @EntityGraph(attributePaths = "lines") on OrderRepository.findOpen
                               leaves 21 statements""");
    }

    @Test
    void says_that_the_spring_module_is_missing() {
        assertThat(SetupText.springUnobserved("OrderTests > totals()")).isEqualTo("""
                        OrderTests > totals(): what Spring's data sources execute beside Hibernate was not counted, because querybudget-spring is not on the class path
                          Add io.querybudget:querybudget-spring with scope test""");
    }

    @Test
    void says_that_the_loop_stands_in_the_test() {
        Recording recording = new Recording(
                "OrderService > totals()",
                List.of(),
                Map.of(),
                List.of(),
                0,
                Set.of(),
                List.of(),
                List.of(),
                Map.of(),
                SessionWork.NOTHING,
                Mapping.NONE);
        Analysis analysis = new Analysis(recording, List.of(LINES_ROW_BY_ROW), List.of(), List.of());

        assertThat(failure(Budget.UNLIMITED, analysis).lines())
                .first()
                .isEqualTo(
                        "OrderService > totals(): N+1, proven: 10 statements for Order.lines, one for each of 10 rows"
                                + " [id 1a2b3c4d], in a loop of the test itself");
    }

    @Test
    void reminds_of_a_finding_in_one_line() {
        assertThat(Report.reminder(NESTED, LINES_ROW_BY_ROW, 3))
                .isEqualTo(
                        "OrderTests > loads_open_orders(): N+1, proven: 10 statements for Order.lines, one for each of"
                                + " 10 rows [id 1a2b3c4d], seen 3 times");
    }

    @Test
    void sums_a_unit_up_in_one_line() {
        assertThat(Report.summary(NESTED.recording()))
                .isEqualTo("OrderTests > loads_open_orders(): 31 statements, 50 rows");
    }

    @Test
    void draws_a_warning_without_the_trees_of_other_statements() {
        ExecutedStatement query = select(1, "select id from a", 2, 39);
        Finding duplicate = likely(
                FindingKind.DUPLICATE, 2, 2, Coverage.NONE, new LookUpFix.AskOnce(LookUpFix.AskOnce.Answer.RESULT));
        List<ExecutedStatement> equal =
                List.of(select(2, "select id from b", 1, 40), select(3, "select id from b", 1, 40));
        StatementGroup duplicates = new StatementGroup(equal, duplicate, List.of());
        Analysis analysis = new Analysis(
                Recordings.of(query, equal.get(0), equal.get(1)),
                List.of(duplicate),
                List.of(),
                List.of(group(query), duplicates));

        assertThat(Report.warning(analysis, duplicate)).isEqualTo("""
                        OrderTests > loads_open_orders(): duplicate, likely: the same statement with the same values 2 times in one transaction [id 00c0ffee]

                          2 × select id from b  duplicate, likely  OrderService.totals (OrderService.java:40)  2 rows
                          Fix: ask once at OrderService.totals (OrderService.java:39) and keep the answer
                               leaves 2 statements""");
    }

    @Test
    void draws_several_branches() {
        ExecutedStatement query = select(1, "select id from a", 2, 39);
        StatementGroup first = new StatementGroup(
                List.of(select(2, "select id from b", 1, 40)),
                null,
                List.of(group(select(3, "select id from c", 1, 41))));
        StatementGroup second = group(select(4, "select id from d", 1, 42));
        Analysis analysis = new Analysis(
                Recordings.of(query),
                List.of(),
                List.of(),
                List.of(new StatementGroup(List.of(query), null, List.of(first, second))));

        assertThat(Report.tree(analysis)).isEqualTo("""
                          1 × select id from a       OrderService.totals (OrderService.java:39)  2 rows
                          ├ 1 × select id from b     OrderService.totals (OrderService.java:40)  1 row
                          │  └ 1 × select id from c  OrderService.totals (OrderService.java:41)  1 row
                          └ 1 × select id from d     OrderService.totals (OrderService.java:42)  1 row""".indent(2).stripTrailing());
    }

    @Test
    void masks_literals() {
        assertThat(Report.tree(analysis(select(1, "select id from a where name = 'secret' and b = 'it''s'", 1, 39))))
                .isEqualTo("  1 × select id from a where name = '…' and b = '…'"
                        + "  OrderService.totals (OrderService.java:39)  1 row");
    }

    @Test
    void shows_no_value_of_one_statement_as_if_all_had_it() {
        StatementGroup different = group(
                ofShape(1, "select id from a where b = 1", "select id from a where b = ?"),
                ofShape(2, "select id from a where b = 2", "select id from a where b = ?"));
        StatementGroup equal = group(
                ofShape(3, "select id from a where b = 1", "select id from a where b = ?"),
                ofShape(4, "select id from a where b = 1", "select id from a where b = ?"));

        assertThat(Report.tree(new Analysis(Recordings.of(), List.of(), List.of(), List.of(different, equal))))
                .isEqualTo("""
                          2 × select id from a where b = ?  OrderService.totals (OrderService.java:39)  2 rows
                          2 × select id from a where b = 1  OrderService.totals (OrderService.java:39)  2 rows""".indent(2).stripTrailing());
    }

    private static ExecutedStatement ofShape(long id, String sql, String shape) {
        ExecutedStatement statement = Recordings.select(id, sql, 1, 39);
        return new ExecutedStatement(
                statement.id(),
                statement.kind(),
                sql,
                shape,
                statement.tables(),
                statement.rows(),
                false,
                statement.execution(),
                statement.cause(),
                statement.callPath(),
                null,
                statement.provenance(),
                statement.materialised());
    }

    @Test
    void cuts_long_sql() {
        String sql = "select id from a where " + "b = ? and ".repeat(20) + "c = ?";

        String text = Report.tree(analysis(select(1, sql, 1, 39)));

        assertThat(text).startsWith("  1 × select id from a where b = ? and ").contains("…  OrderService.totals");
        assertThat(text.substring(text.indexOf("select"), text.indexOf("…") + 1))
                .hasSize(60);
    }

    @Test
    void cuts_many_groups_and_says_so() {
        ExecutedStatement[] statements = LongStream.rangeClosed(1, 45)
                .mapToObj(id -> select(id, "select id from t" + id, 1, 39))
                .toArray(ExecutedStatement[]::new);

        assertThat(Report.tree(analysis(statements)).lines()).hasSize(41).last().isEqualTo("  … and 5 more lines");
    }

    @Test
    void says_that_later_statements_were_only_counted() {
        ExecutedStatement kept = select(1, "select id from a", 1, 39);
        Recording recording = new Recording(
                "OrderTests",
                List.of(kept),
                Map.of(StatementKind.SELECT, 3),
                List.of(),
                0,
                Set.of(),
                List.of(),
                List.of(),
                Map.of(),
                SessionWork.NOTHING,
                Mapping.NONE);

        assertThat(failure(
                        Budget.atMost(limits().statements(2)),
                        new Analysis(recording, List.of(), List.of(), List.of(group(kept)))))
                .isEqualTo("""
                        OrderTests: expected at most 2 statements but executed 3
                          this cannot be certified: 2 statements more than one unit of work examines; split it

                          1 × select id from a  OrderService.totals (OrderService.java:39)  1 row
                          note: all 3 statements are counted, but only the first 1 are examined""");
    }

    @Test
    void shows_the_size_of_a_batch_and_a_result_that_is_still_read() {
        ExecutedStatement insert = statement(1, StatementKind.INSERT, "insert into a(id) values (?)", 0);
        ExecutedStatement batch = with(insert, 30, false);
        ExecutedStatement reading = with(select(2, "select id from a", 5, 39), 1, true);

        assertThat(Report.tree(analysis(batch, reading)))
                .isEqualTo("""
                          1 × insert into a(id) values (?)  OrderService.totals (OrderService.java:39)  batch of 30
                          1 × select id from a              OrderService.totals (OrderService.java:39)  5 rows, still reading""".indent(2).stripTrailing());
    }

    private static ExecutedStatement with(ExecutedStatement statement, int batchSize, boolean isStillReading) {
        return new ExecutedStatement(
                statement.id(),
                statement.kind(),
                statement.sql(),
                statement.shape(),
                statement.tables(),
                statement.rows(),
                isStillReading,
                new ExecutedStatement.Execution(
                        batchSize,
                        1,
                        "main",
                        statement.execution().transaction(),
                        "main",
                        false,
                        false,
                        false,
                        false,
                        false),
                statement.cause(),
                statement.callPath(),
                null,
                statement.provenance(),
                statement.materialised());
    }

    @Test
    void cuts_many_findings_and_their_fixes_and_says_so() {
        List<Finding> findings = LongStream.rangeClosed(1, 23)
                .mapToObj(id -> nPlusOne(
                        "id" + id, List.of(LINES), id, 2, new LookUpFix.AskOnce(LookUpFix.AskOnce.Answer.RESULT), null))
                .toList();
        Analysis analysis = new Analysis(Recordings.of(), findings, List.of(), List.of());

        List<String> lines = failure(Budget.UNLIMITED, analysis).lines().toList();

        assertThat(lines.subList(0, 21)).last().isEqualTo("  … and 3 more findings");
        assertThat(lines).last().isEqualTo("  … and the fixes of 3 more findings");
    }

    @Test
    void says_of_each_measure_what_was_expected() {
        ExecutedStatement batch =
                with(statement(1, StatementKind.INSERT, "insert into a(id) values (?)", 0), 30, false);
        Analysis analysis = analysis(batch, select(2, "select id from a", 60, 39));
        Limits limits = limits().statementsAbout("a", 1)
                .others(1)
                .definitions(2)
                .sessionControls(1)
                .rows(1)
                .totalRows(2)
                .batchSize(1)
                .transactions(2)
                .connections(2)
                .cacheHits(1)
                .cacheMisses(2)
                .on("reporting", limits().calls(1));

        assertThat(failure(Budget.exactly(limits), analysis).lines().limit(12))
                .containsExactly(
                        "OrderTests > loads_open_orders(): expected exactly 1 statement about a but executed 0",
                        "  expected exactly 1 other statement but executed 0",
                        "  expected exactly 2 data definitions but executed 0",
                        "  expected exactly 1 session control statement but executed 0",
                        "  expected exactly 1 row from the statement that returns most but it returned 60",
                        "  expected exactly 2 rows in total but read 60",
                        "  expected the largest batch to hold exactly 1 execution but it held 30",
                        "  expected exactly 2 transactions but used 1",
                        "  expected exactly 2 connections but used 1",
                        "  expected exactly 1 second-level cache hit but counted 0",
                        "  expected exactly 2 second-level cache misses but counted 0",
                        "  expected exactly 1 call on reporting but executed 0");
    }
}
