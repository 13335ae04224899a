package io.querybudget.demo.shop;

import static io.querybudget.junit.Queries.expectQueries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.querybudget.junit.QueryBudget;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class CustomerControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Test
    @QueryBudget(value = 2, rows = 10)
    void the_repaired_directory_takes_one_statement_per_collection() {
        assertThat(mvc.get().uri("/customers/directory/repaired")).hasStatusOk();
    }

    @Test
    void the_broken_directory_fails_with_the_collections_and_the_fix() {
        assertThatThrownBy(() -> expectQueries(
                        1,
                        () -> assertThat(mvc.get().uri("/customers/directory")).hasStatusOk()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("cartesian product, proven: 30 rows for 3 Customer,"
                        + " up to 3 addresses × 4 orders each; 19 rows if each is fetched on its own")
                .hasMessageContaining("Fix: fetch only Customer.addresses in"
                        + " CustomerRepository.findAllWithAddressesAndOrders, and Customer.orders by a second query"
                        + " or @BatchSize(size = 50)");
    }

    @Test
    @QueryBudget(2)
    void the_repaired_page_takes_two_statements() {
        assertThat(mvc.get().uri("/customers/recent/repaired")).hasStatusOk();
    }

    @Test
    void the_broken_page_fails_with_what_was_read_for_it() {
        assertThatThrownBy(() -> expectQueries(
                        1, () -> assertThat(mvc.get().uri("/customers/recent")).hasStatusOk()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("in-memory pagination, proven: 10 rows with 3 results read for a page of 2")
                .hasMessageContaining("Fix: two queries in CustomerRepository.findRecent: a page of ids without"
                        + " Customer.orders, then the entities \"where id in :ids\" with it");
    }
}
