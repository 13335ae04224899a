package io.querybudget.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.acme.shop.Shop;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On one thread: some cases run SQL on the shared data source outside of tests, which is stray for the block of another. */
@Execution(ExecutionMode.SAME_THREAD)
class AnnotationTests {

    private static final Shop SHOP = Shop.overPool("annotations");

    @ExtendWith(QueryBudgetExtension.class)
    static class MethodCases {

        @Test
        @QueryBudget(1)
        void is_kept() {
            SHOP.findOrders();
        }

        @Test
        @QueryBudget(0)
        void is_exceeded() {
            SHOP.findOrders();
        }

        @Test
        @QueryBudget(0)
        void executes_nothing() {}

        @Test
        @QueryBudget(selects = 1, inserts = 0, updates = 0, deletes = 0, rows = 2)
        void is_kept_per_kind() {
            SHOP.findOrders();
        }

        @Test
        @QueryBudget(10)
        void is_kept_but_an_n_plus_one_is_proven() {
            SHOP.countLines();
        }

        @Test
        void has_no_budget() {
            SHOP.countLines();
        }
    }

    @Test
    void holds_a_method_to_its_budget() {
        var results = Jupiter.run(MethodCases.class);

        assertThat(Jupiter.passed(results))
                .containsExactly("executes_nothing()", "has_no_budget()", "is_kept()", "is_kept_per_kind()");
        assertThat(Jupiter.failed(results)).containsExactly("is_exceeded()", "is_kept_but_an_n_plus_one_is_proven()");
    }

    @QueryBudget(1)
    static class ClassCases {

        @Test
        void is_held_to_the_budget_of_the_class() {
            SHOP.findOrders();
            SHOP.findOrders();
        }

        @Test
        @QueryBudget(2)
        void has_its_own() {
            SHOP.findOrders();
            SHOP.findOrders();
        }

        @Test
        @QueryBudget
        void replaces_the_limit_by_none() {
            SHOP.findOrders();
            SHOP.findOrders();
        }

        @Nested
        class Inner {

            @Test
            void is_held_to_the_budget_of_the_class_around_it() {
                SHOP.findOrders();
                SHOP.findOrders();
            }
        }
    }

    static class DerivedCases extends ClassCases {}

    @Test
    void holds_each_test_of_a_class_to_its_budget() {
        var results = Jupiter.run(ClassCases.class);

        assertThat(Jupiter.passed(results)).containsExactly("has_its_own()", "replaces_the_limit_by_none()");
        assertThat(Jupiter.failures(results))
                .extracting(Throwable::getMessage)
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text)
                                .startsWith("ClassCases > is_held_to_the_budget_of_the_class(): expected at most 1"),
                        text -> assertThat(text)
                                .startsWith("ClassCases > Inner > is_held_to_the_budget_of_the_class_around_it():"));
    }

    @Test
    void holds_derived_classes_to_the_budget() {
        assertThat(Jupiter.failed(Jupiter.run(DerivedCases.class))).contains("is_held_to_the_budget_of_the_class()");
    }

    @QueryBudget(0)
    @Retention(RetentionPolicy.RUNTIME)
    @interface WithoutSql {}

    static class ComposedCases {

        @Test
        @WithoutSql
        void is_exceeded() {
            SHOP.findOrders();
        }
    }

    @WithoutSql
    interface Quiet {}

    static class InterfaceCases implements Quiet {

        @Test
        void is_exceeded() {
            SHOP.findOrders();
        }
    }

    @Test
    void reads_the_budget_of_an_annotation_and_of_an_interface() {
        assertThat(Jupiter.failureText(ComposedCases.class)).startsWith("ComposedCases > is_exceeded(): expected");
        assertThat(Jupiter.failureText(InterfaceCases.class)).startsWith("InterfaceCases > is_exceeded(): expected");
    }

    static class RepeatedCases {

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        @QueryBudget(1)
        void loads(int times) {
            for (int i = 0; i < times; i++) {
                SHOP.findOrders();
            }
        }

        @RepeatedTest(3)
        @QueryBudget(1)
        void loads_once() {
            SHOP.findOrders();
        }
    }

    @Test
    void judges_each_invocation_of_a_test_by_itself() {
        assertThat(Jupiter.failureText(RepeatedCases.class))
                .startsWith("RepeatedCases > loads() > [2] times")
                .contains("2: expected at most 1 statement but executed 2");
    }

    static class DynamicCases {

        @TestFactory
        @QueryBudget(1)
        Stream<DynamicNode> orders() {
            return Stream.of(
                    dynamicTest("once", SHOP::findOrders),
                    dynamicContainer("more", Stream.of(dynamicTest("twice", () -> {
                        SHOP.findOrders();
                        SHOP.findOrders();
                    }))));
        }
    }

    @Test
    void judges_each_dynamic_test_by_itself() {
        assertThat(Jupiter.failureText(DynamicCases.class))
                .startsWith("DynamicCases > orders() > more > twice: expected at most 1 statement but executed 2");
    }

    static class AllowCases {

        @Test
        @QueryBudget(allow = @Allow(finding = "N_PLUS_ONE Order.lines", atMost = 100, because = "two orders at most"))
        void by_role() {
            SHOP.countLines();
        }

        @Test
        @QueryBudget(allow = @Allow(finding = "56f6f2bf", atMost = 100, because = "two orders at most"))
        void by_id() {
            SHOP.countLines();
        }

        @Test
        @QueryBudget(allow = @Allow(finding = "N_PLUS_ONE Order.lines", atMost = 100, because = "two orders at most"))
        void in_a_block() {
            Queries.expectQueries(3, SHOP::countLines);
        }

        @Test
        @QueryBudget(allow = @Allow(finding = "N_PLUS_ONE Order.other", atMost = 100, because = "another one"))
        void not_this_one() {
            SHOP.countLines();
        }
    }

    @Test
    void lets_an_allowed_finding_pass() {
        assertThat(Jupiter.failed(Jupiter.run(AllowCases.class))).containsExactly("not_this_one()");
    }

    static class LifecycleCases {

        @BeforeAll
        static void prepare_all() {
            SHOP.findOrders();
        }

        @BeforeEach
        void prepare() {
            SHOP.findOrders();
        }

        @Test
        @QueryBudget(0)
        void executes_nothing() {}

        @AfterEach
        void clean_up() {
            SHOP.findOrders();
        }
    }

    @Test
    void does_not_count_what_runs_around_the_test() {
        assertThat(Jupiter.passed(Jupiter.run(LifecycleCases.class))).containsExactly("executes_nothing()");
    }
}
