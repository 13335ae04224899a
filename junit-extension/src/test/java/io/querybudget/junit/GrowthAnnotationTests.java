package io.querybudget.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.Shop;
import io.querybudget.Growth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrowthAnnotationTests {

    abstract static class OrderCases {

        final Shop shop = Shop.overObserved("growth-annotation-" + System.identityHashCode(this));

        void givenOrders(int orders) {
            shop.placeOrders(orders);
        }
    }

    static class PassingCases extends OrderCases {

        @Test
        @ConstantQueries(populate = "givenOrders")
        void loads_orders() {
            shop.findOrders();
        }

        @Test
        @ConstantQueries(populate = "givenOrders", allow = Growth.LINEAR)
        void counts_lines() {
            shop.countLines();
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        @ConstantQueries(populate = "givenOrders")
        void loads_orders_several_times(int times) {
            for (int i = 0; i < times; i++) {
                shop.findOrders();
            }
        }

        @Nested
        class InnerCases {

            @Test
            @ConstantQueries(populate = "givenOrders")
            void loads_orders_inside() {
                shop.findOrders();
            }
        }
    }

    @Test
    void passes_when_the_method_executes_the_same_statements() {
        var results = Jupiter.run(PassingCases.class);

        assertThat(Jupiter.failures(results)).isEmpty();
        assertThat(Jupiter.passed(results)).hasSize(5);
    }

    static class GrowingCases extends OrderCases {

        @Test
        @ConstantQueries(populate = "givenOrders")
        void counts_lines() {
            shop.countLines();
        }
    }

    @Test
    void refuses_a_method_that_executes_more_for_more_rows() {
        assertThat(Jupiter.failureText(GrowingCases.class))
                .startsWith("GrowingCases > counts_lines(): expected the same statements for 3, 6 and 12 rows\n")
                .contains(" grows by 1 per row: 5, 8, 14  Shop.countLines (Shop.java:…)");
    }

    static class SizeCases extends OrderCases {

        static final List<Integer> ADDED = new ArrayList<>();

        @Test
        @ConstantQueries(
                populate = "givenOrders",
                sizes = {1, 5, 7, 8})
        void counts_notes() {
            shop.findOrders();
        }

        @Override
        void givenOrders(int orders) {
            ADDED.add(orders);
            super.givenOrders(orders);
        }
    }

    @Test
    void adds_what_is_missing_to_each_size() {
        assertThat(Jupiter.failures(Jupiter.run(SizeCases.class))).isEmpty();
        assertThat(SizeCases.ADDED).containsExactly(1, 4, 2, 1);
    }

    static class BudgetCases extends OrderCases {

        @Test
        @QueryBudget(1)
        @ConstantQueries(populate = "givenOrders")
        void loads_orders_twice() {
            shop.findOrders();
            shop.findOrders();
        }
    }

    @Test
    void holds_each_run_to_the_limits() {
        assertThat(Jupiter.failureText(BudgetCases.class))
                .startsWith("BudgetCases > loads_orders_twice(): expected at most 1 statement but executed 2\n");
    }

    static class MistakenCases extends OrderCases {

        @Test
        @ConstantQueries(populate = "givenOrder")
        void names_no_method() {}

        @Test
        @ConstantQueries(populate = "without")
        void names_a_method_without_parameter() {}

        void without() {}

        @Test
        @ConstantQueries(
                populate = "givenOrders",
                sizes = {3, 6})
        void names_two_sizes() {}

        @Test
        @ConstantQueries(
                populate = "givenOrders",
                sizes = {3, 3, 6})
        void names_one_size_twice() {}

        @Test
        @ConstantQueries(populate = "givenOrders", allow = Growth.IRREGULAR)
        void allows_anything() {}

        @TestFactory
        @ConstantQueries(populate = "givenOrders")
        Stream<DynamicTest> makes_tests() {
            return Stream.empty();
        }
    }

    @Test
    void names_what_is_wrong_with_it() {
        assertThat(Jupiter.failures(Jupiter.run(MistakenCases.class)))
                .extracting(Throwable::getMessage)
                .containsExactlyInAnyOrder(
                        "MistakenCases > names_no_method(): @ConstantQueries with populate = \"givenOrder\" names no"
                                + " method of the test class with one parameter of type int",
                        "MistakenCases > names_a_method_without_parameter(): @ConstantQueries with populate ="
                                + " \"without\" names no method of the test class with one parameter of type int",
                        "MistakenCases > names_two_sizes(): @ConstantQueries with sizes = [3, 6]; name at least three,"
                                + " ascending from 1 on",
                        "MistakenCases > names_one_size_twice(): @ConstantQueries with sizes = [3, 3, 6]; name at least"
                                + " three, ascending from 1 on",
                        "MistakenCases > allows_anything(): @ConstantQueries with growth IRREGULAR is not to be allowed;"
                                + " allow BATCHED or LINEAR, or no growth",
                        "MistakenCases > makes_tests(): @ConstantQueries is for a test method, not for one that makes"
                                + " tests");
    }

    @Test
    void runs_once_when_switched_off() {
        var results = Jupiter.run(GrowingCases.class, Map.of("querybudget.enabled", "false"));

        assertThat(Jupiter.failures(results)).isEmpty();
    }
}
