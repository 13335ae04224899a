package io.querybudget.junit;

import static io.querybudget.junit.Queries.expectQueries;
import static io.querybudget.junit.Queries.recordQueries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.shop.Order;
import com.acme.shop.Shop;
import io.querybudget.recording.UnitOfWork;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.AssertionFailedError;

class QueriesTests {

    private static final Shop SHOP = Shop.overObserved("queries");

    @ExtendWith(QueryBudgetExtension.class)
    static class RestCases {

        @Test
        void counts_from_the_call_on() {
            SHOP.findOrders();
            expectQueries(1);
            SHOP.findOrders();
        }

        @Test
        void begins_again_with_each_call() {
            expectQueries(1);
            SHOP.findOrders();
            expectQueries(2);
            SHOP.findOrders();
            SHOP.findOrders();
            expectQueries(0);
        }

        @Test
        void judges_the_call_before() {
            expectQueries(1);
            expectQueries(0);
        }

        @Test
        void counts_what_blocks_execute() {
            expectQueries(1);
            expectQueries(1, SHOP::findOrders);
        }

        @Test
        void expects_no_fewer() {
            expectQueries(1);
        }

        @Test
        @QueryBudget(0)
        void is_judged_besides_a_budget() {
            expectQueries(2);
            SHOP.findOrders();
        }
    }

    @Test
    void expects_a_number_of_statements_in_the_rest_of_a_test() {
        var results = Jupiter.run(RestCases.class);

        assertThat(Jupiter.passed(results))
                .containsExactly(
                        "begins_again_with_each_call()", "counts_from_the_call_on()", "counts_what_blocks_execute()");
        assertThat(Jupiter.failures(results))
                .hasSize(3)
                .anySatisfy(failure -> assertThat(failure)
                        .hasMessageContaining("expected exactly 2 statements but executed 1")
                        .satisfies(first -> assertThat(first.getSuppressed()[0])
                                .hasMessageContaining("expected at most 0 statements but executed 1")));
    }

    @Test
    void says_what_to_add_when_no_test_is_running() {
        assertThatThrownBy(() -> expectQueries(2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("""
                expectQueries(2) is for the rest of a test that QueryBudget runs in, and none runs on this thread
                  Annotate the test class with @ExtendWith(QueryBudgetExtension.class), or give it a block: \
                expectQueries(2, () -> …)""");
    }

    @Test
    void expects_a_number_of_statements_in_a_block_of_any_code() {
        List<Order> orders = expectQueries(1, () -> SHOP.findOrders());
        expectQueries(1, () -> {
            SHOP.findOrders();
        });

        assertThat(orders).hasSize(2);
        assertThatThrownBy(() -> expectQueries(2, SHOP::findOrders))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageMatching("(?s)QueriesTests.expects_a_number_of_statements_in_a_block_of_any_code"
                        + " \\(QueriesTests.java:\\d+\\): expected exactly 2 statements but executed 1\n.*");
    }

    @Test
    void lets_checked_exceptions_through() {
        assertThatThrownBy(() -> expectQueries(2, QueriesTests::failToRead)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> recordQueries(QueriesTests::failToRead)).isInstanceOf(IOException.class);
        assertThatThrownBy(this::readInBlocks).isInstanceOf(IOException.class);
    }

    private void readInBlocks() throws IOException {
        int length = expectQueries(0, () -> "text".length());
        assertThat(length).isEqualTo(4);
        expectQueries(0, QueriesTests::failToRead);
    }

    private static void failToRead() throws IOException {
        throw new IOException("unreadable");
    }

    @Test
    void records_what_a_block_executes() {
        UnitOfWork work = recordQueries(() -> SHOP.findOrders());
        recordQueries(() -> SHOP.findOrders());

        assertThat(work.recording().total()).isEqualTo(1);
    }

    @Test
    void counts_in_each_block_around_a_statement() {
        expectQueries(2, () -> {
            expectQueries(1, SHOP::findOrders);
            UnitOfWork inner = recordQueries(SHOP::findOrders);
            assertThat(inner.recording().total()).isEqualTo(1);
        });
    }

    @Test
    void judges_the_findings_of_a_block() {
        assertThatThrownBy(() -> expectQueries(3, SHOP::countLines)).hasMessageContaining("N+1, proven");
    }

    @Test
    void refuses_a_negative_number() {
        assertThatThrownBy(() -> expectQueries(-1, SHOP::findOrders))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("statements = -1 is negative; the least is 0");
    }
}
