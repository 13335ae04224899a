package io.querybudget.junit;

import static io.querybudget.junit.Queries.expectQueries;
import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.Order;
import com.acme.shop.OrderLine;
import com.acme.shop.Shop;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class HeldFixtureTests {

    private static final Shop SHOP = Shop.overPool("held-fixtures");

    /** As a test with {@code @Transactional}: the fixture and the call share a session. */
    abstract static class TransactionCases {

        final Session session = SHOP.sessions().openSession();
        final Order order = new Order();

        @BeforeEach
        void persist_an_order() {
            session.beginTransaction();
            order.lines().add(new OrderLine(order, "pen"));
            session.persist(order);
            session.flush();
        }

        @AfterEach
        void roll_back() {
            session.getTransaction().rollback();
            session.close();
        }
    }

    static class QueryCases extends TransactionCases {

        @Test
        @QueryBudget
        void walks_into_the_lines() {
            Shop.allOrders(session).forEach(each -> assertThat(each.lines()).isNotEmpty());
        }
    }

    @Test
    void does_not_certify_a_query_for_a_fixture_that_is_still_in_the_session() {
        assertThat(Jupiter.failureText(QueryCases.class))
                .startsWith("QueryCases > walks_into_the_lines(): ")
                .contains("what it costs to read Order was not seen: 1 time the session still held it from before;"
                        + " clear() the session before the call");
    }

    @ExtendWith(QueryBudgetExtension.class)
    static class FindCases extends TransactionCases {

        @Test
        @QueryBudget(1)
        void finds_the_order() {
            session.find(Order.class, order.id());
        }

        @Test
        void finds_the_order_in_a_block() {
            expectQueries(0, () -> session.find(Order.class, order.id()));
        }

        @Test
        void finds_the_order_in_the_rest() {
            session.persist(new OrderLine(order, "ink"));
            expectQueries(0);
            session.find(Order.class, order.id());
        }
    }

    @Test
    void does_not_certify_a_find_that_executes_nothing() {
        assertThat(Jupiter.failures(Jupiter.run(FindCases.class)))
                .hasSize(3)
                .allSatisfy(failure -> assertThat(failure.getMessage())
                        .endsWith(": what it costs to read Order was not seen: 1 time the session still held it from"
                                + " before; clear() the session before the call"));
    }

    static class ClearedCases extends TransactionCases {

        @BeforeEach
        void clear() {
            session.clear();
        }

        @Test
        @QueryBudget(1)
        void finds_the_order() {
            session.find(Order.class, order.id());
            session.find(Order.class, order.id());
        }
    }

    @Test
    void certifies_what_a_cleared_session_reads() {
        assertThat(Jupiter.failures(Jupiter.run(ClearedCases.class))).isEmpty();
    }
}
