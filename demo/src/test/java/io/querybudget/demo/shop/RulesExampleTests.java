package io.querybudget.demo.shop;

import io.querybudget.FindingKind;
import io.querybudget.junit.Allow;
import io.querybudget.junit.QueryBudget;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The examples of docs/rules.md. */
@SpringBootTest
class RulesExampleTests {

    @Autowired
    OrderService orders;

    @Test
    @QueryBudget(value = 1, fail = FindingKind.OVERSIZED_RESULT, off = FindingKind.DUPLICATE)
    void loads_all_totals_by_stricter_rules() {
        orders.fetchedTotals();
    }

    @Test
    @QueryBudget(
            allow = {
                @Allow(finding = "N_PLUS_ONE Order.lines", atMost = 10, because = "ten orders at most"),
                @Allow(finding = "N_PLUS_ONE OrderLine.product", atMost = 20, because = "ten orders at most")
            })
    void totals_of_a_small_report() {
        orders.totals();
    }
}
