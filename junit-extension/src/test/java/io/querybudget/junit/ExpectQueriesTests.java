package io.querybudget.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.Customer;
import com.acme.shop.Order;
import com.acme.shop.OrderLine;
import com.acme.shop.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.opentest4j.AssertionFailedError;

/** On one thread, because cases without an own data source would be stray for each other. */
@Execution(ExecutionMode.SAME_THREAD)
class ExpectQueriesTests {

    private static final Shop SHOP = Shop.overObserved("expect-queries");

    static class TotalCases {

        @Test
        @ExpectQueries(1)
        void executes_one() {
            SHOP.findOrders();
        }

        @Test
        @ExpectQueries(2)
        void executes_fewer() {
            SHOP.findOrders();
        }

        @Test
        @ExpectQueries(0)
        void executes_more() {
            SHOP.findOrders();
        }

        @Test
        @ExpectQueries
        void limits_nothing() {
            SHOP.findOrders();
        }

        @Test
        @ExpectQueries(3)
        void holds_an_n_plus_one() {
            SHOP.countLines();
        }
    }

    @Test
    void expects_an_exact_number_of_statements() {
        var results = Jupiter.run(TotalCases.class);

        assertThat(Jupiter.passed(results)).containsExactly("executes_one()", "limits_nothing()");
        assertThat(Jupiter.failures(results))
                .allSatisfy(failure -> assertThat(failure).isInstanceOf(AssertionFailedError.class))
                .extracting(Throwable::getMessage)
                .anySatisfy(text -> assertThat(text)
                        .startsWith("TotalCases > executes_fewer(): expected exactly 2 statements but executed 1"))
                .anySatisfy(text -> assertThat(text)
                        .startsWith("TotalCases > executes_more(): expected exactly 0 statements but executed 1"))
                .anySatisfy(text -> assertThat(text).contains("N+1, proven"));
    }

    static class MeasureCases {

        @Test
        @ExpectQueries(
                value = 2,
                selects = 1,
                inserts = 1,
                updates = 0,
                deletes = 0,
                merges = 0,
                calls = 0,
                others = 0,
                definitions = 0,
                sessionControls = 0,
                rows = 2,
                totalRows = 2,
                batchSize = 1,
                transactions = 2,
                connections = 2,
                cacheHits = 0,
                cacheMisses = 0,
                from = {
                    @From(entity = Order.class, statements = 1, selects = 1),
                    @From(table = "customer", inserts = 1, updates = 0, deletes = 0)
                },
                loaded = {
                    @Loaded(entity = Order.class, value = 2),
                    @Loaded(entity = OrderLine.class, value = 0),
                    @Loaded(role = "Order.lines", value = 0)
                },
                on = @On(dataSource = "expect-queries", statements = 2, rows = 2, connections = 2))
        void are_reached() {
            SHOP.findOrders();
            SHOP.addCustomer(41);
        }
    }

    static class MissedCases {

        @Test
        @ExpectQueries(
                selects = 2,
                from = @From(entity = Customer.class, selects = 1),
                loaded = @Loaded(entity = Order.class, value = 5),
                on = @On(dataSource = "expect-queries", selects = 3))
        void are_missed() {
            SHOP.findOrders();
        }
    }

    @Test
    void expects_exact_numbers_of_each_measure() {
        AssertionFailedError failure = (AssertionFailedError) Jupiter.failure(MissedCases.class);

        assertThat(Jupiter.passed(Jupiter.run(MeasureCases.class))).containsExactly("are_reached()");
        assertThat(failure.getMessage().lines().limit(4))
                .containsExactly(
                        "MissedCases > are_missed(): expected exactly 2 selects but executed 1",
                        "  expected exactly 1 select from Customer but executed 0",
                        "  expected exactly 5 Order entities but loaded 2",
                        "  expected exactly 3 selects on expect-queries but executed 1");
    }

    @Test
    void gives_the_ide_the_numbers_to_compare() {
        AssertionFailedError several = (AssertionFailedError) Jupiter.failure(MissedCases.class);
        AssertionFailedError one = (AssertionFailedError) Jupiter.failure(OneCases.class);

        assertThat(several.getExpected().getValue()).isEqualTo("""
                selects: 2
                selects of Customer: 1
                loaded of Order: 5
                selects on expect-queries: 3""");
        assertThat(several.getActual().getValue()).isEqualTo("""
                selects: 1
                selects of Customer: 0
                loaded of Order: 2
                selects on expect-queries: 1""");
        assertThat(one.getExpected().getValue()).isEqualTo(3L);
        assertThat(one.getActual().getValue()).isEqualTo(1L);
    }

    static class OneCases {

        @Test
        @ExpectQueries(selects = 3)
        void misses_one() {
            SHOP.findOrders();
        }
    }

    static class NoQueriesCases {

        @Test
        @ExpectNoQueries
        void executes_nothing() {}

        @Test
        @ExpectNoQueries
        void executes_a_select() {
            SHOP.findOrders();
        }

        @Test
        @ExpectNoQueries
        void defines_data() {
            SHOP.transact(session -> session.createNativeMutationQuery("create table if not exists note(id int)")
                    .executeUpdate());
        }

        @Test
        @ExpectNoQueries
        void changes_a_setting() {
            SHOP.transact(session ->
                    session.createNativeMutationQuery("set lock_timeout 1000").executeUpdate());
        }
    }

    @Test
    void lets_no_statement_of_any_kind_pass_where_none_is_expected() {
        var results = Jupiter.run(NoQueriesCases.class);

        assertThat(Jupiter.passed(results)).containsExactly("executes_nothing()");
        assertThat(Jupiter.failures(results))
                .extracting(failure -> failure.getMessage().lines().findFirst().orElse(""))
                .containsExactlyInAnyOrder(
                        "NoQueriesCases > executes_a_select(): expected exactly 0 statements but executed 1",
                        "NoQueriesCases > defines_data(): expected exactly 0 data definitions but executed 1",
                        "NoQueriesCases > changes_a_setting(): expected exactly 0 session control statements but executed 1");
    }

    @ExpectQueries(0)
    static class TogetherCases {

        @Test
        @ExpectQueries(1)
        @QueryBudget(rows = 1, because = "the start page")
        void both_are_judged() {
            SHOP.findOrders();
        }

        @Test
        @QueryBudget(1)
        void replaces_that_of_the_class() {
            SHOP.findOrders();
        }

        @Test
        @ExpectQueries(3)
        @QueryBudget(allow = @Allow(finding = "N_PLUS_ONE Order.lines", atMost = 100, because = "two orders at most"))
        void an_allowance_of_one_holds_for_both() {
            SHOP.countLines();
        }
    }

    @Test
    void is_judged_together_with_a_budget() {
        assertThat(Jupiter.failureText(TogetherCases.class).lines().limit(2))
                .containsExactly(
                        "TogetherCases > both_are_judged(): expected at most 1 row per statement but one returned 2",
                        "  because: the start page");
    }

    static class NonsenseCases {

        @Test
        @ExpectQueries(selects = -1)
        void a_negative_number() {}

        @Test
        @QueryBudget(from = @From(entity = Order.class, selects = -2))
        void b_negative_number_of_an_entity() {}

        @Test
        @QueryBudget(from = @From(selects = 1))
        void c_neither_entity_nor_table() {}

        @Test
        @QueryBudget(loaded = @Loaded(entity = Order.class, role = "Order.lines", value = 1))
        void d_both_entity_and_role() {}

        @Test
        @QueryBudget(from = @From(table = "orders"))
        void e_no_number() {}

        @Test
        @ExpectNoQueries
        @ExpectQueries(1)
        void f_two_expectations() {}
    }

    @Test
    void names_the_attribute_and_the_value_that_make_no_sense() {
        assertThat(Jupiter.failures(Jupiter.run(NonsenseCases.class)))
                .extracting(Throwable::getMessage)
                .map(text -> text.replaceAll("@(io.querybudget.junit.)?From\\(.*\\)", "@From(…)"))
                .containsExactlyInAnyOrder(
                        "NonsenseCases > a_negative_number(): @ExpectQueries with selects = -1 is negative; the least is 0",
                        "NonsenseCases > b_negative_number_of_an_entity(): @QueryBudget with selects = -2 is negative; the"
                                + " least is 0",
                        "NonsenseCases > c_neither_entity_nor_table(): @QueryBudget with from = entity void and table \"\";"
                                + " exactly one of both must be given",
                        "NonsenseCases > d_both_entity_and_role(): @QueryBudget with loaded = entity Order and role"
                                + " \"Order.lines\"; exactly one of both must be given",
                        "NonsenseCases > e_no_number(): @QueryBudget with from = @From(…), which limits nothing",
                        "NonsenseCases > f_two_expectations(): two @ExpectQueries annotations, given directly or through"
                                + " other annotations; one must go");
    }
}
