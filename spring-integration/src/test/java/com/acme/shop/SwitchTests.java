package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.querybudget.jdbc.Observed;
import io.querybudget.junit.Queries;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;

class SwitchTests {

    private static int statementsOf(OrderService orders) {
        try (UnitScope scope = UnitScope.open(UnitOfWork.Kind.BLOCK, "totals")) {
            orders.totals();
            return scope.unit().recording().total();
        }
    }

    @Nested
    @SpringBootTest(properties = "querybudget.enabled=false")
    class Property {

        @Autowired
        OrderService orders;

        @Test
        void leaves_everything_as_it_is(@Autowired ApplicationContext context, @Autowired DataSource dataSource) {
            assertThat(dataSource).isNotInstanceOf(Observed.class);
            assertThat(context.containsBean("queryBudgetRequestFilter")).isFalse();
            assertThat(statementsOf(orders)).isZero();
        }

        @Test
        void fails_a_budget_that_nobody_could_check() {
            assertThatThrownBy(() -> Queries.expectQueries(0, () -> orders.totals()))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("observed");
        }
    }

    @Nested
    @SpringBootTest
    @ActiveProfiles("prod")
    class Production {

        @Test
        void leaves_everything_as_it_is(@Autowired DataSource dataSource, @Autowired OrderService orders) {
            assertThat(dataSource).isNotInstanceOf(Observed.class);
            assertThat(statementsOf(orders)).isZero();
        }
    }

    @Nested
    @SpringBootTest(properties = "querybudget.enabled=true")
    @ActiveProfiles("production")
    class ProductionWithProperty {

        @Test
        void is_observed(@Autowired DataSource dataSource, @Autowired OrderService orders) {
            assertThat(dataSource).isInstanceOf(Observed.class);
            assertThat(statementsOf(orders)).isEqualTo(1 + 3 + 6);
        }
    }
}
