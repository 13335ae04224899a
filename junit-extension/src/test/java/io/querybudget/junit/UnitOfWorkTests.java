package io.querybudget.junit;

import static io.querybudget.Limits.limits;
import static io.querybudget.junit.QueryBudgetAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.shop.Order;
import com.acme.shop.Shop;
import io.querybudget.recording.UnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;

class UnitOfWorkTests {

    private static final Shop SHOP = Shop.overUrl("units");

    @ExtendWith(QueryBudgetExtension.class)
    static class ParameterCases {

        @BeforeEach
        void prepare() {
            SHOP.findOrders();
        }

        @Test
        void is_live(UnitOfWork work) {
            assertThat(work).executed(0);
            SHOP.findOrders();
            assertThat(work).executed(1);
            assertThat(work.name()).isEqualTo("ParameterCases > is_live()");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void follows_the_arguments(int times, UnitOfWork work) {
            for (int i = 0; i < times; i++) {
                SHOP.findOrders();
            }
            assertThat(work).executed(times);
        }
    }

    @Test
    void is_given_to_a_test_as_a_live_view() {
        assertThat(Jupiter.failures(Jupiter.run(ParameterCases.class))).isEmpty();
    }

    @ExtendWith(QueryBudgetExtension.class)
    static class TwiceCases {

        @RegisterExtension
        final QueryBudgetExtension again = new QueryBudgetExtension();

        @Test
        @QueryBudget(1)
        void counts_once(UnitOfWork work) {
            SHOP.findOrders();
            assertThat(work).executed(1);
        }
    }

    @Test
    void is_one_however_often_the_extension_is_registered() {
        assertThat(Jupiter.passed(Jupiter.run(TwiceCases.class))).containsExactly("counts_once(UnitOfWork)");
    }

    @Test
    void is_asserted_by_numbers_of_statements() {
        UnitOfWork work = Queries.recordQueries(() -> {
            SHOP.findOrders();
            SHOP.addCustomer(1);
        });

        assertThat(work)
                .executed(2)
                .executedAtMost(2)
                .executed(limits().selects(1).inserts(1).updates(0).deletes(0))
                .executedAtMost(limits().selects(1).rows(2))
                .returnedAtMostRows(2)
                .hasNoNPlusOne();
    }

    @Test
    void fails_with_what_was_executed() {
        UnitOfWork work = Queries.recordQueries(SHOP::findOrders);

        assertThatThrownBy(() -> assertThat(work).as("start page").executed(2))
                .isInstanceOfSatisfying(AssertionFailedError.class, error -> {
                    assertThat(error.getExpected().getValue()).isEqualTo(2L);
                    assertThat(error.getActual().getValue()).isEqualTo(1L);
                    assertThat(Jupiter.withoutLines(error)).isEqualTo("""
                            [start page] UnitOfWorkTests.fails_with_what_was_executed (UnitOfWorkTests.java:…): expected exactly \
                            2 statements but executed 1

                              1 × select o1_0.id, o1_0.status from orders o1_0  Shop.allOrders (Shop.java:…)  2 rows""");
                });
        assertThatThrownBy(() -> assertThat(work).executedAtMost(0))
                .hasMessageContaining("expected at most 0 statements");
        assertThatThrownBy(() -> assertThat(work).executed(limits().inserts(1)))
                .hasMessageContaining("expected exactly 1 insert but executed 0");
        assertThatThrownBy(() -> assertThat(work).executedAtMost(limits().selectsFrom(Order.class, 0)))
                .hasMessageContaining("expected at most 0 selects from Order but executed 1");
        assertThatThrownBy(() -> assertThat(work).returnedAtMostRows(1)).hasMessageContaining("one returned 2");
    }

    @Test
    void fails_on_an_n_plus_one_only_when_asked() {
        UnitOfWork work = Queries.recordQueries(SHOP::countLines);

        assertThat(work).executed(3);
        assertThatThrownBy(() -> assertThat(work).hasNoNPlusOne())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("N+1, proven: 2 statements for Order.lines");
    }
}
