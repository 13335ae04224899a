package io.querybudget.demo.shop;

import static io.querybudget.Limits.limits;
import static io.querybudget.junit.Queries.budgetQueries;
import static io.querybudget.junit.QueryBudgetAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.querybudget.FindingKind;
import io.querybudget.junit.QueryBudget;
import io.querybudget.recording.UnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** One test after the other: those that write would wait for each other. */
@SpringBootTest
@Execution(ExecutionMode.SAME_THREAD)
@AutoConfigureMockMvc
class StockControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Test
    @QueryBudget(selects = 1, rows = 1)
    void the_repaired_value_is_one_row() {
        assertThat(mvc.get().uri("/stock/value/repaired")).hasStatusOk();
    }

    @Test
    void the_broken_value_reads_all_products(UnitOfWork work) {
        assertThat(mvc.get().uri("/stock/value")).hasStatusOk();

        assertThatThrownBy(() -> assertThat(work).returnedAtMostRows(50))
                .hasMessageContaining("expected at most 50 rows per statement but one returned 1200");
    }

    @Test
    @QueryBudget(value = 1, updates = 1)
    void the_repaired_prices_take_one_update() {
        assertThat(mvc.post().uri("/stock/prices/repaired")).hasStatusOk();
    }

    @Test
    void the_broken_prices_take_an_update_each() {
        assertThatThrownBy(() -> budgetQueries(
                        limits().updates(1),
                        () -> assertThat(mvc.post().uri("/stock/prices")).hasStatusOk()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("171 × update product")
                .hasMessageContaining("unbatched writes, likely")
                .hasMessageContaining("Fix: hibernate.jdbc.batch_size = 50");
    }

    @Test
    @QueryBudget(updates = 12, batchSize = 100, fail = FindingKind.GROWING_SESSION)
    void the_repaired_count_forgets_what_it_has_written() {
        assertThat(mvc.post().uri("/stock/count/repaired")).hasStatusOk();
    }

    @Test
    void the_broken_count_keeps_all_products() {
        assertThatThrownBy(() -> budgetQueries(
                        limits().updates(1),
                        () -> assertThat(mvc.post().uri("/stock/count")).hasStatusOk()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("growing session, likely")
                .hasMessageContaining("Fix: flush() and clear()");
    }
}
