package io.querybudget.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.Order;
import com.acme.shop.Shop;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class FailureTextTests {

    private static final Shop SHOP = Shop.overUrl("failure-texts");

    static class LimitCases {

        @Test
        @QueryBudget(value = 1, because = "the list is on the start page")
        void loads_orders_twice() {
            SHOP.findOrders();
            SHOP.findOrders();
        }
    }

    @Test
    void says_which_limit_is_exceeded_and_by_what() {
        Throwable failure = Jupiter.failure(LimitCases.class);

        assertThat(failure).isInstanceOfSatisfying(AssertionFailedError.class, error -> {
            assertThat(error.getExpected().getValue()).isEqualTo(1L);
            assertThat(error.getActual().getValue()).isEqualTo(2L);
        });
        assertThat(Jupiter.withoutLines(failure)).isEqualTo("""
                LimitCases > loads_orders_twice(): expected at most 1 statement but executed 2
                  because: the list is on the start page

                  2 × select o1_0.id, o1_0.status from orders o1_0  Shop.allOrders (Shop.java:…)  4 rows""");
    }

    static class ProvenCases {

        @Test
        @QueryBudget
        void counts_lines() {
            SHOP.countLines();
        }
    }

    @Test
    void says_what_is_proven_and_how_to_change_it() {
        assertThat(Jupiter.failureText(ProvenCases.class)).isEqualTo("""
                ProvenCases > counts_lines(): N+1, proven: 2 statements for Order.lines, one for each of 2 rows [id 56f6f2bf]

                  1 × select o1_0.id, o1_0.status from orders o1_0               Shop.allOrders (Shop.java:…)   2 rows
                  └ 2 × Order.lines                                 N+1, proven  Shop.countLines (Shop.java:…)  4 rows
                  Fix: left join fetch o.lines in the query at Shop.allOrders (Shop.java:…), with the alias o for Order
                       leaves 1 statement""");
    }

    static class BothCases {

        @Test
        @QueryBudget(selects = 2, rows = 1)
        void counts_lines() {
            SHOP.countLines();
        }
    }

    @Test
    void says_all_that_is_wrong_at_once() {
        assertThat(Jupiter.failureText(BothCases.class)).isEqualTo("""
                BothCases > counts_lines(): expected at most 2 selects but executed 3
                  expected at most 1 row per statement but one returned 2
                  N+1, proven: 2 statements for Order.lines, one for each of 2 rows [id 56f6f2bf]

                  1 × select o1_0.id, o1_0.status from orders o1_0               Shop.allOrders (Shop.java:…)   2 rows
                  └ 2 × Order.lines                                 N+1, proven  Shop.countLines (Shop.java:…)  4 rows
                  Fix: left join fetch o.lines in the query at Shop.allOrders (Shop.java:…), with the alias o for Order
                       leaves 1 statement""");
    }

    static class ExactCases {

        @Test
        @QueryBudget
        void loads_orders() {
            SHOP.findOrders();
            Queries.expectQueries(2);
            SHOP.findOrders();
        }
    }

    @Test
    void says_from_which_line_on_statements_were_expected() {
        assertThat(Jupiter.failureText(ExactCases.class)).isEqualTo("""
                ExactCases > loads_orders(), from (FailureTextTests.java:…): expected exactly 2 statements but executed 1

                  1 × select o1_0.id, o1_0.status from orders o1_0  Shop.allOrders (Shop.java:…)  2 rows""");
    }

    static class BlockCases {

        @Test
        @QueryBudget
        void loads_orders() {
            Queries.expectQueries(1, () -> {
                SHOP.findOrders();
                SHOP.findOrders();
            });
        }
    }

    @Test
    void says_in_which_block_statements_were_expected() {
        assertThat(Jupiter.failureText(BlockCases.class)).isEqualTo("""
                BlockCases > loads_orders(), block at (FailureTextTests.java:…): expected exactly 1 statement but executed 2

                  2 × select o1_0.id, o1_0.status from orders o1_0  Shop.allOrders (Shop.java:…)  4 rows""");
    }

    static class NothingCases {

        @Test
        @QueryBudget
        void loads_nothing() {
            Queries.expectQueries(1, () -> {});
        }
    }

    @Test
    void says_that_nothing_was_executed() {
        assertThat(Jupiter.failureText(NothingCases.class)).isEqualTo("""
                NothingCases > loads_nothing(), block at (FailureTextTests.java:…): expected exactly 1 statement but executed 0""");
    }

    static class WriteCases {

        @Test
        @QueryBudget(inserts = 0)
        void adds_a_customer() {
            SHOP.addCustomer(7);
        }
    }

    @Test
    void says_how_many_writes_were_not_allowed() {
        assertThat(Jupiter.failureText(WriteCases.class)).isEqualTo("""
                WriteCases > adds_a_customer(): expected at most 0 inserts but executed 1

                  1 × insert into Customer(name, number) values (?, ?)  Shop.transact (Shop.java:…)""");
    }

    static class UnseenCases {

        @Test
        @QueryBudget
        void uses_a_connection_of_its_own() throws Exception {
            try (var connection = Shop.plain("failure-texts").getConnection();
                    var session =
                            SHOP.sessions().withOptions().connection(connection).openSession()) {
                session.createSelectionQuery("from Order", Order.class).getResultList();
            }
        }
    }

    @Test
    void says_that_hibernate_executed_what_was_not_seen() {
        assertThat(Jupiter.failureText(UnseenCases.class)).isEqualTo("""
                UnseenCases > uses_a_connection_of_its_own(): Hibernate executed 1 statement over a connection that is not \
                observed, so the counts are too low; wrap its data source with ObservedDataSource.wrap(dataSource, "name")""");
    }

    static class NonsenseCases {

        @Test
        @QueryBudget(-1)
        void a_negative_limit() {}

        @Test
        @QueryBudget(rows = -5)
        void b_negative_rows() {}

        @Test
        @QueryBudget(because = " ")
        void c_blank_reason() {}

        @Test
        @QueryBudget(allow = @Allow(finding = "", atMost = 100, because = "legacy"))
        void d_blank_finding() {}

        @Test
        @QueryBudget(allow = @Allow(finding = "N_PLUS_ONE Order.lines", atMost = 100, because = ""))
        void e_blank_reason_of_a_finding() {}

        @Test
        @QueryBudget
        @Tight
        void f_two_budgets() {}
    }

    @QueryBudget(1)
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    @interface Tight {}

    @Test
    void names_the_attribute_and_the_value_that_make_no_sense() {
        assertThat(Jupiter.failures(Jupiter.run(NonsenseCases.class)))
                .extracting(Throwable::getMessage)
                .containsExactlyInAnyOrder(
                        "NonsenseCases > a_negative_limit(): @QueryBudget with value = -1 is negative; the least is 0",
                        "NonsenseCases > b_negative_rows(): @QueryBudget with rows = -5 is negative; the least is 0",
                        "NonsenseCases > c_blank_reason(): @QueryBudget with because = \" \" is blank; say the reason or"
                                + " leave it out",
                        "NonsenseCases > d_blank_finding(): @QueryBudget with finding = \"\" is blank; name its id, or its"
                                + " kind and role such as N_PLUS_ONE Order.lines",
                        "NonsenseCases > e_blank_reason_of_a_finding(): @QueryBudget with because = \"\" is blank; say the"
                                + " reason",
                        "NonsenseCases > f_two_budgets(): two @QueryBudget annotations, given directly or through other"
                                + " annotations; one must go");
    }
}
