package io.querybudget.junit;

import static io.querybudget.Limits.limits;
import static io.querybudget.junit.Queries.budgetQueries;
import static io.querybudget.junit.Queries.expectNoQueries;
import static io.querybudget.junit.Queries.expectQueries;
import static io.querybudget.junit.Queries.recordQueries;
import static io.querybudget.junit.QueryBudgetAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.shop.Customer;
import com.acme.shop.Order;
import com.acme.shop.OrderLine;
import com.acme.shop.Shop;
import io.querybudget.Limits;
import io.querybudget.recording.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class LimitsTests {

    private static final Shop SHOP = Shop.overObserved("limits");
    private static final DataSource REPORTING = Shop.observed("limits-reporting");

    private static void report(String sql) {
        try (Connection connection = REPORTING.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void assertFails(Queries.Block<RuntimeException> block, String message) {
        assertThatThrownBy(block::run).isInstanceOf(AssertionError.class).hasMessageContaining(message);
    }

    @Test
    void one_vocabulary_is_exact_where_it_is_expected_and_the_most_where_it_is_a_budget() {
        Limits two = limits().selects(2);
        UnitOfWork work = recordQueries(SHOP::findOrders);

        budgetQueries(two, SHOP::findOrders);
        assertThat(work).executedAtMost(two);
        assertFails(() -> expectQueries(two, SHOP::findOrders), "expected exactly 2 selects but executed 1");
        assertFails(() -> assertThat(work).executed(two), "expected exactly 2 selects but executed 1");
        assertFails(
                () -> budgetQueries(limits().selects(0), SHOP::findOrders),
                "expected at most 0 selects but executed 1");
    }

    @Test
    void a_block_returns_its_value() {
        List<Order> budgeted = budgetQueries(5, () -> SHOP.findOrders());
        List<Order> expected = expectQueries(limits().selectsFrom(Order.class, 1), () -> SHOP.findOrders());
        int length = expectNoQueries(() -> "text".length());

        assertThat(budgeted).hasSize(2);
        assertThat(expected).hasSize(2);
        assertThat(length).isEqualTo(4);
    }

    @Test
    void a_block_without_sql_lets_no_statement_pass() {
        expectNoQueries(() -> {});

        assertFails(() -> expectNoQueries(SHOP::findOrders), "expected exactly 0 statements but executed 1");
        assertFails(
                () -> expectNoQueries(() -> report("create table if not exists note(id int)")),
                "expected exactly 0 data definitions but executed 1");
        assertFails(
                () -> expectNoQueries(() -> report("set lock_timeout 1000")),
                "expected exactly 0 session control statements but executed 1");
    }

    @ExtendWith(QueryBudgetExtension.class)
    static class RestCases {

        @Test
        void may_stay_below_its_budget() {
            budgetQueries(5);
            expectQueries(limits().selects(2).rows(2));
            SHOP.findOrders();
            SHOP.findOrders();
        }

        @Test
        void exceeds_its_budget() {
            budgetQueries(limits().rows(1));
            expectQueries(1);
            SHOP.findOrders();
        }
    }

    @Test
    void the_rest_of_a_test_is_held_to_both_words() {
        assertThat(Jupiter.failureText(RestCases.class))
                .startsWith("RestCases > exceeds_its_budget(), from (LimitsTests.java:…): expected at most 1 row per"
                        + " statement but one returned 2");
    }

    @Test
    void statements_are_counted_once_and_per_data_source() {
        UnitOfWork work = recordQueries(() -> {
            SHOP.findOrders();
            report("select count(*) from information_schema.tables");
            report("select count(*) from information_schema.columns");
        });

        assertThat(work)
                .executed(3)
                .executed(limits().on("limits", limits().selects(1).connections(1))
                        .on("limits-reporting", limits().selects(2).transactions(2)));
        assertFails(
                () -> assertThat(work).executedAtMost(limits().on("limits-reporting", limits().statements(1))),
                "expected at most 1 statement on limits-reporting but executed 2");
    }

    @Test
    void a_data_source_that_nobody_knows_is_named() {
        assertFails(
                () -> budgetQueries(limits().on("reportng", limits().selects(1)), SHOP::findOrders),
                "a limit is set on reportng, but the data sources that are observed are ");
    }

    @Test
    void an_entity_that_nobody_knows_is_named() {
        assertFails(
                () -> budgetQueries(limits().selectsFrom(String.class, 1), SHOP::findOrders),
                "no mapped entity is of type java.lang.String; known are com.acme.shop.Customer, com.acme.shop.Order,"
                        + " com.acme.shop.OrderLine");
    }

    @Test
    void entities_and_collections_are_counted_as_they_are_loaded() {
        UnitOfWork work = recordQueries(SHOP::countLines);

        assertThat(work)
                .executed(limits().loaded(Order.class, 2)
                        .loaded(OrderLine.class, 4)
                        .loaded("Order.lines", 2))
                .executed(limits().selectsFrom(OrderLine.class, 2).selectsFrom("orders", 1));
        assertFails(
                () -> assertThat(work).executedAtMost(limits().loaded("Order.lines", 1)),
                "expected at most 1 Order.lines collection but loaded 2");
    }

    @Test
    void loads_of_a_session_that_tells_none_are_not_certified() {
        UnitOfWork work = recordQueries(() -> {
            try (StatelessSession session = SHOP.sessions().openStatelessSession()) {
                session.get(Order.class, 1L);
            }
        });

        assertThat(work).executed(limits().selectsFrom(Order.class, 1));
        assertFails(
                () -> assertThat(work).executedAtMost(limits().loaded(Order.class, 9)),
                "this cannot be certified: Hibernate does not tell what 1 select of a StatelessSession loaded");
    }

    @Test
    void writes_are_counted_by_the_table_they_write() {
        UnitOfWork work = recordQueries(() -> SHOP.transact(session -> {
            Customer customer = new Customer(77, "Ada");
            session.persist(customer);
            session.flush();
            session.remove(customer);
        }));

        assertThat(work)
                .executed(limits().insertsInto(Customer.class, 1)
                        .deletesFrom("CUSTOMER", 1)
                        .updatesOf(Customer.class, 0)
                        .statementsAbout(Customer.class, 2)
                        .transactions(1)
                        .connections(1)
                        .batchSize(1));
    }

    @Test
    void more_statements_than_are_examined_are_counted_but_not_certified() {
        UnitOfWork work = recordQueries(() -> {
            try (Connection connection = REPORTING.getConnection();
                    Statement statement = connection.createStatement()) {
                for (int i = 0; i < 20_001; i++) {
                    statement.execute("select 1 from information_schema.schemata where 1 = 0");
                }
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });

        String text = "this cannot be certified: 1 statement more than one unit of work examines; split it";
        assertThat(work).executed(20_001).executed(limits().selects(20_001));
        assertFails(() -> assertThat(work).hasNoNPlusOne(), text);
        assertFails(() -> assertThat(work).returnedAtMostRows(50), text);
        assertFails(() -> assertThat(work).executedAtMost(limits().selectsFrom("orders", 1)), text);
    }
}
