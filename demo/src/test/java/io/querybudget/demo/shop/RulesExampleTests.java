package io.querybudget.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.FindingKind;
import io.querybudget.junit.Allow;
import io.querybudget.junit.QueryBudget;
import java.nio.file.Files;
import java.util.List;
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

    @Test
    void are_those_of_the_document() throws Exception {
        List<String> examples = Documents.blocks("rules.md", "java");

        assertThat(examples).isNotEmpty();
        assertThat(Files.readString(Documents.TESTS.resolve("RulesExampleTests.java")))
                .contains(examples.stream().map(example -> example.indent(4)).toList());
    }
}
