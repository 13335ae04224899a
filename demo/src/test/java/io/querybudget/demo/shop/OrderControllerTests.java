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
class OrderControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Test
    @QueryBudget(1)
    void repaired_totals_take_one_statement() {
        assertThat(mvc.get().uri("/orders/totals/repaired")).hasStatusOk();
    }

    @Test
    void broken_totals_fail_with_the_associations_and_the_fix() {
        assertThatThrownBy(() -> expectQueries(
                        1, () -> assertThat(mvc.get().uri("/orders/totals")).hasStatusOk()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected exactly 1 statement but executed 31")
                .hasMessageContaining("N+1, proven: 10 statements for Order.lines")
                .hasMessageContaining("N+1, proven: 20 statements for OrderLine.product")
                .hasMessageContaining(
                        "@EntityGraph(attributePaths = {\"lines\", \"lines.product\"}) on OrderRepository.findOpen");
    }
}
