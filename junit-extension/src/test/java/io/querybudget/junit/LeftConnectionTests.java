package io.querybudget.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.ConnectionFixture;
import com.acme.shop.Shop;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

class LeftConnectionTests {

    private static final DataSource DATA_SOURCE = Shop.observed("left-connections");

    @ExtendWith(QueryBudgetExtension.class)
    static class ClosingCases {

        private final ConnectionFixture fixture = new ConnectionFixture(DATA_SOURCE);

        @Test
        @QueryBudget
        void uses_a_fixture() throws SQLException {
            fixture.open();
        }

        @Test
        void uses_a_fixture_without_a_budget() throws SQLException {
            fixture.open();
        }

        @AfterEach
        void close() throws SQLException {
            fixture.close();
        }
    }

    @ExtendWith(QueryBudgetExtension.class)
    static class KeepingCases {

        private final ConnectionFixture fixture = new ConnectionFixture(DATA_SOURCE);

        @Test
        @QueryBudget
        void uses_a_fixture() throws SQLException {
            fixture.open();
        }

        @TestFactory
        Stream<DynamicTest> uses_a_fixture_dynamically() {
            return Stream.of(DynamicTest.dynamicTest("dynamic", fixture::open));
        }

        @AfterEach
        void keep() throws SQLException {
            assertThat(fixture.isOpen()).isTrue();
        }
    }

    @ExtendWith(QueryBudgetExtension.class)
    static class LosingCases {

        @Test
        @QueryBudget
        void loses_a_connection() throws SQLException {
            new ConnectionFixture(DATA_SOURCE).lose();
        }
    }

    @Test
    void says_nothing_of_what_a_fixture_closes_after_the_method() {
        assertThat(Jupiter.warnings(ClosingCases.class)).isEmpty();
    }

    @Test
    void warns_of_what_a_fixture_does_not_close() {
        assertThat(Jupiter.warnings(KeepingCases.class))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains("connection not closed, likely: 1 connection opened at ConnectionFixture.open")
                        .contains("still open at the end"));
    }

    @Test
    void fails_a_test_whose_connection_is_lost() {
        assertThat(Jupiter.failureText(LosingCases.class))
                .contains("connection not closed, proven: 1 connection opened at ConnectionFixture.lose")
                .contains("and lost: not closed, and nothing refers to it any more");
    }
}
