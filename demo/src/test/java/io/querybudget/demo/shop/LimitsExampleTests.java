package io.querybudget.demo.shop;

import static io.querybudget.Limits.limits;
import static io.querybudget.junit.Queries.budgetQueries;
import static io.querybudget.junit.Queries.expectNoQueries;
import static io.querybudget.junit.Queries.expectQueries;
import static io.querybudget.junit.QueryBudgetAssertions.assertThat;

import io.querybudget.junit.ExpectQueries;
import io.querybudget.junit.From;
import io.querybudget.junit.Loaded;
import io.querybudget.junit.QueryBudget;
import io.querybudget.recording.UnitOfWork;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The examples of docs/limits.md. */
@SpringBootTest
class LimitsExampleTests {

    @Autowired
    OrderService orders;

    @Test
    @ExpectQueries(
            selects = 1,
            from = @From(entity = Order.class, selects = 1),
            loaded = {@Loaded(entity = OrderLine.class, value = 20), @Loaded(role = "Order.lines", value = 10)})
    @QueryBudget(rows = 50)
    void loads_all_totals_at_once() {
        orders.fetchedTotals();
    }

    @Test
    void loads_all_totals_in_blocks() {
        expectQueries(1, () -> orders.fetchedTotals());
        expectQueries(limits().selectsFrom(Order.class, 1).transactions(1), () -> orders.fetchedTotals());
        List<OrderTotal> totals = budgetQueries(limits().rows(50), () -> orders.fetchedTotals());

        expectNoQueries(() -> totals.forEach(OrderTotal::order));
    }

    @Test
    void loads_all_totals_in_one_unit_of_work(UnitOfWork work) {
        orders.fetchedTotals();

        assertThat(work)
                .executed(limits().selects(1).on("dataSource", limits().connections(1)))
                .executedAtMost(limits().loaded(Order.class, 10))
                .hasNoNPlusOne();
    }
}
