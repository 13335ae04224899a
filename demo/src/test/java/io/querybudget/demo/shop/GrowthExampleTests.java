package io.querybudget.demo.shop;

import static io.querybudget.junit.Queries.expectConstantQueries;
import static io.querybudget.junit.Queries.expectGrowthUpTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.querybudget.Growth;
import io.querybudget.junit.ConstantQueries;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@Transactional
class GrowthExampleTests {

    @Autowired
    OrderService orders;

    @Autowired
    OrderRepository repository;

    @Autowired
    CustomerRepository customers;

    @Autowired
    ProductRepository products;

    @Test
    void more_orders_need_no_more_statements() {
        expectConstantQueries(n -> givenOrders(n), () -> orders.fetchedTotals());
    }

    @Test
    @ConstantQueries(populate = "givenOrders")
    void totals_of_more_and_more_orders() {
        orders.fetchedTotals();
    }

    void givenOrders(int n) {
        Customer customer = customers.save(new Customer("Ada"));
        for (int i = 0; i < n; i++) {
            Product product = products.save(new Product("Pen", BigDecimal.TEN, 1));
            repository.save(new Order(customer).with(1, product));
        }
    }

    @Test
    void totals_may_load_line_by_line() {
        expectGrowthUpTo(Growth.LINEAR, n -> givenOrders(n), () -> orders.totals());
    }

    @Test
    void broken_totals_grow_with_the_orders() throws IOException {
        String documented = Documents.blocks("growth.md", "text").get(0);

        assertThatThrownBy(() -> expectConstantQueries(n -> givenOrders(n), () -> orders.totals()))
                .satisfies(failure ->
                        assertThat(withoutOwnLine(failure.getMessage() + "\n")).isEqualTo(withoutOwnLine(documented)));
    }

    private static String withoutOwnLine(String text) {
        return text.replaceAll("GrowthExampleTests.java:\\d+", "GrowthExampleTests.java");
    }
}
