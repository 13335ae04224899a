package io.querybudget.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.Shop;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class SnapshotTests {

    private static final Shop SHOP = Shop.overObserved("snapshots");

    @QuerySnapshot
    static class EqualCases {

        @Test
        void counts_lines() {
            SHOP.countLines();
        }
    }

    @Test
    void passes_when_the_statements_are_those_of_the_file() {
        assertThat(Jupiter.failures(Jupiter.run(EqualCases.class))).isEmpty();
    }

    static class DifferentCases {

        @Test
        @QuerySnapshot
        void counts_lines() {
            SHOP.countLines();
        }
    }

    @Test
    void shows_each_shape_that_differs_with_its_places() {
        Throwable failure = Jupiter.failure(DifferentCases.class);

        assertThat(Jupiter.withoutLines(failure)).isEqualTo("""
                DifferentCases > counts_lines(): the statements differ from SnapshotTests.queries.txt
                  - 3 × select … from orderline where orderline.order_id = ?
                  + 2 × select … from orderline where orderline.order_id = ?
                      Shop.countLines (Shop.java:…)
                  - 1 × select … from customer where customer.number = ?
                      CustomerService.greet
                  + 1 × select … from orders
                      Shop.allOrders (Shop.java:…)
                  If that is meant, run the test with -Dquerybudget.snapshots=update and commit the file""");
        assertThat(failure).isInstanceOfSatisfying(AssertionFailedError.class, error -> {
            assertThat(error.getExpected().getStringRepresentation()).contains("3 × select");
            assertThat(error.getActual().getStringRepresentation()).contains("2 × select");
        });
    }

    static class MissingCases {

        @Test
        @QuerySnapshot
        void loads_orders() {
            SHOP.findOrders();
        }
    }

    @Test
    void fails_without_a_snapshot() {
        assertThat(Jupiter.failureText(MissingCases.class)).isEqualTo("""
                MissingCases > loads_orders(): SnapshotTests.queries.txt has no snapshot of this test
                  Run the test with -Dquerybudget.snapshots=update and commit the file""");
    }

    static class BudgetCases {

        @Test
        @QueryBudget(0)
        @QuerySnapshot
        void loads_orders() {
            SHOP.findOrders();
        }
    }

    @Test
    void fails_besides_a_budget() {
        assertThat(Jupiter.failure(BudgetCases.class))
                .hasMessageContaining("expected at most 0 statements but executed 1")
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
    }
}
