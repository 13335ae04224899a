package com.acme.shop;

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
class BudgetTests {

    @Autowired
    OrderService orders;

    @Autowired
    MockMvcTester mvc;

    @Test
    @QueryBudget(1)
    void a_service_keeps_its_budget() {
        assertThat(orders.fetchedTotals()).hasSize(3);
    }

    @Test
    @QueryBudget(1)
    void a_request_keeps_the_budget_of_its_test() {
        assertThat(mvc.get().uri("/orders/fetched-totals")).hasStatusOk();
    }

    @Test
    void a_failure_names_the_association_and_the_repository_method() {
        assertThatThrownBy(() -> expectQueries(
                        1, () -> assertThat(mvc.get().uri("/orders/totals")).hasStatusOk()))
                .hasMessageContaining("expected exactly 1 statement but executed 10")
                .hasMessageContaining("N+1, proven: 3 statements for Order.lines")
                .hasMessageContaining(
                        "@EntityGraph(attributePaths = {\"lines\", \"lines.product\"}) on OrderRepository.findOpen");
    }
}
