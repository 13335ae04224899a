package io.querybudget.junit;

import static io.querybudget.junit.Queries.expectConstantQueries;
import static io.querybudget.junit.Queries.expectGrowthUpTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.shop.Order;
import com.acme.shop.Shop;
import io.querybudget.Growth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class GrowthTests {

    private final Shop shop = Shop.overObserved("growth-" + System.identityHashCode(this));

    @Test
    void passes_when_more_rows_need_no_more_statements() {
        List<Integer> added = new ArrayList<>();

        expectConstantQueries(
                rows -> {
                    added.add(rows);
                    shop.placeOrders(rows);
                },
                () -> shop.findOrders());

        assertThat(added).containsExactly(3, 3, 6);
    }

    @Test
    void refuses_one_statement_per_row() {
        assertThatThrownBy(() -> expectConstantQueries(shop::placeOrders, shop::countLines))
                .isInstanceOf(AssertionFailedError.class)
                .satisfies(failure -> assertThat(Jupiter.withoutLines(failure)).isEqualTo("""
                GrowthTests.refuses_one_statement_per_row (GrowthTests.java:…): expected the same statements for 3, 6 and 12 rows
                  select l1_0.order_id, l1_0.id, l1_0.product from OrderLine l1_0 where l1_0.order_id = ? grows by 1 per row: \
                5, 8, 14  Shop.countLines (Shop.java:…)
                  N+1, proven: 14 statements for Order.lines, one for each of 14 rows [id 56f6f2bf]

                  1 × select o1_0.id, o1_0.status from orders o1_0               Shop.allOrders (Shop.java:…)   14 rows
                  └ 14 × Order.lines                                N+1, proven  Shop.countLines (Shop.java:…)  16 rows
                  Fix: left join fetch o.lines in the query at Shop.allOrders (Shop.java:…), with the alias o for Order
                       leaves 1 statement"""));
    }

    @Test
    void lets_growth_pass_that_is_allowed() {
        assertThatCode(() -> expectGrowthUpTo(Growth.LINEAR, shop::placeOrders, shop::countLines))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> expectGrowthUpTo(Growth.BATCHED, shop::placeOrders, shop::countLines))
                .hasMessageContaining("expected at most one more statement per batch of rows for 3, 6 and 12 rows");
    }

    @Test
    void refuses_to_allow_any_growth() {
        assertThatThrownBy(() -> expectGrowthUpTo(Growth.IRREGULAR, shop::placeOrders, shop::countLines))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("growth IRREGULAR is not to be allowed; allow BATCHED or LINEAR, or no growth");
    }

    @Test
    void refuses_one_statement_per_pair_of_rows() {
        assertThatThrownBy(() -> expectGrowthUpTo(Growth.LINEAR, shop::placeOrders, this::comparePairs))
                .hasMessageContaining("expected the same number of statements per row for 3, 6 and 12 rows")
                .hasMessageContaining(" grows irregularly: 25, 64, 196  Shop.countOf");
    }

    private void comparePairs() {
        List<Order> orders = shop.findOrders();
        for (Order one : orders) {
            for (Order other : orders) {
                shop.countOf(one.id() * 1_000 + other.id());
            }
        }
    }

    @Test
    void chooses_sizes_that_show_batches_and_allows_them_when_told() {
        assertThatThrownBy(() -> expectConstantQueries(shop::placeOrders, shop::countNotes))
                .hasMessageContaining("expected the same statements for 6, 11 and 21 rows")
                .hasMessageContaining(" grows by 1 per 5 rows, in batches: 2, 3, 5  Shop.countNotes");
        assertThatCode(() -> expectGrowthUpTo(Growth.BATCHED, shop::placeOrders, shop::countNotes))
                .doesNotThrowAnyException();
    }

    @Test
    void proves_what_one_run_makes_only_likely() {
        List<Long> numbers = new ArrayList<>();

        assertThatThrownBy(() -> expectConstantQueries(
                        rows -> {
                            for (int i = 0; i < rows; i++) {
                                numbers.add(1_000_000L + 17L * numbers.size() * numbers.size());
                            }
                        },
                        () -> numbers.forEach(shop::countOf)))
                .hasMessageContaining("grows by 1 per row: 3, 6, 12")
                .hasMessageContaining("N+1, proven: 12 statements");
    }

    @Test
    void clears_what_one_run_makes_likely_when_it_does_not_grow() {
        assertThatCode(() -> expectConstantQueries(shop::placeOrders, () -> {
                    shop.findOrders();
                    for (long id = 5_001; id < 5_005; id++) {
                        shop.countOf(id * id);
                    }
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void fails_when_no_result_becomes_more() {
        assertThatThrownBy(() -> expectConstantQueries(rows -> {}, shop::countLines))
                .satisfies(failure -> assertThat(Jupiter.withoutLines(failure)).startsWith("""
                GrowthTests.fails_when_no_result_becomes_more (GrowthTests.java:…): not exercised: no result and no write \
                became more for 3, 6 and 12 rows, so that the number of statements says nothing
                  Make as many rows as populate is asked for, and such that the call reads them
                  N+1, proven: 2 statements for Order.lines, one for each of 2 rows [id 56f6f2bf]
                """));
    }

    @Test
    void lets_exceptions_through() {
        assertThatThrownBy(() -> expectConstantQueries(rows -> fail(), shop::findOrders))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> expectConstantQueries(shop::placeOrders, GrowthTests::fail))
                .isInstanceOf(IOException.class);
    }

    private static void fail() throws IOException {
        throw new IOException("unreadable");
    }

    static class TransactionCases {

        private final Shop shop = Shop.overObserved("growth-in-a-transaction");
        private final Session session = shop.sessions().openSession();

        @BeforeEach
        void begin() {
            session.beginTransaction();
        }

        @AfterEach
        void roll_back() {
            session.getTransaction().rollback();
            session.close();
        }

        @Test
        void sees_through_the_persistence_context() {
            expectConstantQueries(
                    rows -> Shop.placeOrders(session, rows),
                    () -> Shop.allOrders(session).forEach(order -> Hibernate.initialize(order.lines())));
        }

        @Test
        @QueryBudget(0)
        void counts_in_the_check_only() {
            expectConstantQueries(rows -> Shop.placeOrders(session, rows), () -> Shop.allOrders(session));
        }

        @Test
        @QueryBudget(allow = @Allow(finding = "N_PLUS_ONE Order.lines", atMost = 100, because = "few orders"))
        void allows_what_the_budget_allows() {
            expectConstantQueries(
                    rows -> Shop.placeOrders(session, rows),
                    () -> Shop.allOrders(session).forEach(order -> Hibernate.initialize(order.lines())));
        }
    }

    @Test
    void works_in_the_transaction_of_a_test() {
        var results = Jupiter.run(TransactionCases.class);

        assertThat(Jupiter.failures(results))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageContaining(
                                "TransactionCases.sees_through_the_persistence_context (GrowthTests.java:")
                        .hasMessageContaining("grows by 1 per row: 5, 8, 14"));
    }

    static class WriteCases {

        private final Shop shop = Shop.overObserved("growth-of-writes");

        @Test
        void writes_row_by_row() {
            expectConstantQueries(
                    shop::placeOrders,
                    () -> shop.transact(session -> Shop.allOrders(session).forEach(Order::toggle)));
        }
    }

    @Test
    void refuses_writes_row_by_row() {
        assertThat(Jupiter.failureText(WriteCases.class))
                .contains("update orders set status = ? where id = ? grows by 1 per row: 5, 8, 14")
                .contains("14 writes of one kind, each sent by itself");
    }
}
