package io.querybudget.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class WarningsTests {

    private static final Shop SHOP = Shop.overUrl("warnings");

    @ExtendWith(QueryBudgetExtension.class)
    static class WarningCases {

        @Test
        void has_no_budget() {
            loadMany();
        }

        @Test
        @QueryBudget
        void has_a_budget() {
            loadMany();
        }

        @Test
        @QueryBudget(allow = @Allow(finding = "N_PLUS_ONE Order.lines", atMost = 100, because = "for now"))
        void is_allowed() {
            SHOP.countLines();
        }

        private static void loadMany() {
            SHOP.query(session -> session.createNativeQuery("select x from system_range(1, 2000)", Long.class)
                    .getResultList());
        }
    }

    @ExtendWith(QueryBudgetExtension.class)
    static class SeveralCases {

        @Test
        void has_two_findings() {
            SHOP.query(session -> {
                for (int time = 0; time < 2; time++) {
                    session.createSelectionQuery("select count(*) from Order", Long.class)
                            .getSingleResult();
                    session.createSelectionQuery("select max(o.id) from Order o", Long.class)
                            .getSingleResult();
                }
                return "";
            });
        }
    }

    @ExtendWith(QueryBudgetExtension.class)
    static class TwiceCases {

        @Test
        void calls_one_method_twice() {
            SHOP.countLinesTwice();
        }
    }

    @ExtendWith(QueryBudgetExtension.class)
    static class ProvenCases {

        @Test
        void has_no_budget() {
            SHOP.countLinesToWarnAbout();
        }
    }

    @Test
    void logs_each_likely_finding_once() {
        assertThat(Jupiter.warnings(WarningCases.class))
                .singleElement()
                .satisfies(
                        text -> assertThat(text)
                                .matches(
                                        "(?s)WarningCases > has_\\w+\\(\\): oversized result, likely: 2000 rows read by one statement \\[id \\w+].*"));
    }

    @Test
    void logs_what_is_proven_when_no_budget_judges_it() {
        assertThat(Jupiter.warnings(ProvenCases.class))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .startsWith("ProvenCases > has_no_budget(): N+1, proven: 2 statements for Order.lines"));
    }

    @Test
    void logs_each_occurrence_of_a_new_finding() {
        assertThat(Jupiter.warnings(TwiceCases.class))
                .singleElement()
                .satisfies(
                        text -> assertThat(text).contains("Shop.countLinesOnce").contains("leaves 2 statements"));
    }

    @Test
    void logs_the_findings_of_a_test_together() {
        assertThat(Jupiter.warnings(SeveralCases.class))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("2 × select count(*)", "2 × select max("));
    }
}
