package io.querybudget.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.acme.shop.Shop;
import org.junit.jupiter.api.Test;

class OwnFailureTests {

    private static final Shop SHOP = Shop.overUrl("own-failures");

    static class FailingCases {

        @Test
        @QueryBudget(0)
        void throws_its_own() {
            Queries.expectQueries(7);
            SHOP.findOrders();
            throw new IllegalStateException("of the test");
        }
    }

    @Test
    void keeps_the_exception_of_the_test() {
        assertThat(Jupiter.failure(FailingCases.class))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("of the test")
                .hasNoSuppressedExceptions();
    }

    static class AbortedCases {

        @Test
        @QueryBudget(0)
        void is_aborted() {
            SHOP.findOrders();
            assumeTrue(false);
        }
    }

    @Test
    void leaves_an_aborted_test_aborted() {
        assertThat(Jupiter.run(AbortedCases.class).testEvents().aborted().count())
                .isEqualTo(1);
    }
}
