package io.querybudget.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.shop.Shop;
import io.querybudget.recording.UnitOfWork;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class BlindnessTests {

    @ExtendWith(QueryBudgetExtension.class)
    static class NoDataSourceCases {

        @Test
        @QueryBudget(5)
        void has_a_budget() {}

        @Test
        void expects_none_in_a_block() {
            Queries.expectQueries(0, () -> {});
        }

        @Test
        void expects_none_in_the_rest() {
            Queries.expectQueries(0);
        }

        @Test
        void has_no_budget(UnitOfWork work) {
            work.recording();
        }
    }

    @Test
    void fails_a_budget_when_no_data_source_is_observed() throws Exception {
        try (FreshClasses classes = new FreshClasses()) {
            Class<?> cases = classes.loadClass(NoDataSourceCases.class.getName());
            var results = classes.run(() -> Jupiter.run(cases));

            assertThat(Jupiter.passed(results)).containsExactly("has_no_budget(UnitOfWork)");
            assertThat(Jupiter.failures(results))
                    .hasSize(3)
                    .anySatisfy(failure -> assertThat(failure).hasMessage("""
                            NoDataSourceCases > has_a_budget(): no SQL could be counted, because no data source is observed
                              Hibernate 6.6 or newer is observed without configuration when querybudget-core is on its \
                            class path.
                              With Spring, add querybudget-spring. Without both, wrap the data source: \
                            ObservedDataSource.wrap(dataSource, "name")"""));
        }
    }

    static class UnobservedCases {

        @Test
        @QueryBudget(5)
        void has_a_budget() {
            Shop.overUrl("blindness");
        }
    }

    @Test
    void fails_a_budget_when_the_test_can_use_a_data_source_that_is_not_observed() {
        assertThat(Jupiter.failure(UnobservedCases.class)).hasMessage("""
                UnobservedCases > has_a_budget(): the SQL of archive and reporting was not counted, because they are not observed
                  Wrap what creates it: ObservedDataSource.wrap(dataSource, "name")""");
    }

    @Test
    void checks_nothing_when_switched_off() throws Exception {
        try (FreshClasses classes = new FreshClasses()) {
            Class<?> cases = classes.loadClass(NoDataSourceCases.class.getName());
            var results = classes.run(() -> Jupiter.run(cases, Map.of("querybudget.enabled", "false")));

            assertThat(Jupiter.failures(results)).isEmpty();
        }
    }

    @Test
    void needs_assertj_only_for_its_assertions() throws Exception {
        try (FreshClasses classes = new FreshClasses()) {
            assertThatThrownBy(() -> Class.forName(UnitOfWorkAssert.class.getName(), true, classes))
                    .isInstanceOf(NoClassDefFoundError.class);
        }
    }
}
