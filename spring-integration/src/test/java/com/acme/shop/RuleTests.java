package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** What the properties of an application say of findings. The requests are sent while no test is open. */
@Isolated
@ExtendWith(OutputCaptureExtension.class)
class RuleTests {

    private static String withoutNPlusOne = "";
    private static String withFewRows = "";
    private static String withNonsense = "";

    @BeforeAll
    static void request_totals(CapturedOutput output) throws Exception {
        withoutNPlusOne = requestTotals(output, "querybudget.off=n-plus-one");
        withFewRows = requestTotals(output, "querybudget.row-limit=2");
        withNonsense = requestTotals(output, "querybudget.off=N_PLUS_TWO");
    }

    private static String requestTotals(CapturedOutput output, String property) throws Exception {
        int before = output.getAll().length();
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(ShopApplication.class)
                .properties("server.port=0", "logging.level.io.querybudget=debug", property)
                .run()) {
            String port = context.getEnvironment().getRequiredProperty("local.server.port");
            URI totals = URI.create("http://localhost:" + port + "/orders/totals");
            HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(totals).build(), HttpResponse.BodyHandlers.discarding());
        }
        return output.getAll().substring(before);
    }

    @Test
    void a_kind_that_is_off_is_not_logged() {
        assertThat(withoutNPlusOne)
                .contains("GET /orders/totals: 10 statements")
                .doesNotContain("N+1");
    }

    @Test
    void the_limit_of_rows_is_that_of_the_application() {
        assertThat(withFewRows).contains("oversized result, likely");
    }

    @Test
    void a_setting_that_makes_no_sense_is_named_and_left_out() {
        assertThat(withNonsense)
                .contains("querybudget.off = N_PLUS_TWO names no kind of finding; there are [N_PLUS_ONE, ")
                .contains("; QueryBudget goes on by its default rules")
                .contains("N+1, proven: 3 statements for Order.lines");
    }
}
