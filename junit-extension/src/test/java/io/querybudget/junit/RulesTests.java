package io.querybudget.junit;

import static io.querybudget.junit.Queries.expectQueries;
import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.Shop;
import io.querybudget.FindingKind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a finding leads to: by default, by the settings of the project, by the annotations of a test. */
class RulesTests {

    private static final Shop SHOP = Shop.overUrl("rules");
    private static final String FAIL = "querybudget.fail";
    private static final String WARN = "querybudget.warn";
    private static final String OFF = "querybudget.off";

    private static void askTwice() {
        SHOP.query(session -> {
            session.createSelectionQuery("select count(o) from Order o", Long.class)
                    .getSingleResult();
            return session.createSelectionQuery("select count(o) from Order o", Long.class)
                    .getSingleResult();
        });
    }

    @ExtendWith(QueryBudgetExtension.class)
    static class AnnotatedCases {

        @Test
        @QueryBudget
        void n_plus_one() {
            SHOP.countLines();
        }

        @Test
        @QueryBudget(warn = FindingKind.N_PLUS_ONE)
        void n_plus_one_that_warns() {
            SHOP.countLines();
        }

        @Test
        @QueryBudget(off = FindingKind.N_PLUS_ONE)
        void n_plus_one_that_is_off() {
            SHOP.countLines();
        }

        @Test
        @QueryBudget
        void duplicate() {
            askTwice();
        }

        @Test
        @QueryBudget(fail = FindingKind.DUPLICATE)
        void duplicate_that_fails() {
            askTwice();
        }

        @Test
        @QueryBudget(fail = FindingKind.DUPLICATE)
        void duplicate_in_a_block_that_fails() {
            expectQueries(2, RulesTests::askTwice);
        }
    }

    @Test
    void a_test_says_what_a_finding_leads_to() {
        assertThat(Jupiter.failed(Jupiter.run(AnnotatedCases.class)))
                .containsExactly("duplicate_in_a_block_that_fails()", "duplicate_that_fails()", "n_plus_one()");
    }

    @Test
    void a_project_says_it_for_all_tests_and_a_test_overrides_it() {
        assertThat(Jupiter.failed(Jupiter.run(AnnotatedCases.class, Map.of(OFF, "n-plus-one, DUPLICATE"))))
                .containsExactly("duplicate_in_a_block_that_fails()", "duplicate_that_fails()");
        assertThat(Jupiter.failed(Jupiter.run(AnnotatedCases.class, Map.of(FAIL, "DUPLICATE", WARN, "N_PLUS_ONE"))))
                .containsExactly("duplicate()", "duplicate_in_a_block_that_fails()", "duplicate_that_fails()");
    }

    @ExtendWith(QueryBudgetExtension.class)
    static class PlainCases {

        @Test
        void n_plus_one() {
            SHOP.countLines();
        }

        @Test
        void duplicate() {
            askTwice();
        }

        @Test
        @QueryBudget(9)
        void has_its_own_budget() {
            askTwice();
        }

        @Test
        void part_with_an_n_plus_one() {
            expectQueries(3, SHOP::countLines);
        }
    }

    @Test
    void a_project_makes_findings_fail_tests_without_a_budget() {
        assertThat(Jupiter.failed(Jupiter.run(PlainCases.class))).containsExactly("part_with_an_n_plus_one()");
        assertThat(Jupiter.failed(Jupiter.run(PlainCases.class, Map.of(FAIL, "N_PLUS_ONE"))))
                .containsExactly("n_plus_one()", "part_with_an_n_plus_one()");
        assertThat(Jupiter.failed(Jupiter.run(PlainCases.class, Map.of(FAIL, "DUPLICATE"))))
                .containsExactly("duplicate()", "has_its_own_budget()", "part_with_an_n_plus_one()");
    }

    @Test
    void a_project_limits_tests_without_a_budget() {
        assertThat(Jupiter.failures(
                        Jupiter.run(PlainCases.class, Map.of("querybudget.budget.selects", "1", WARN, "n_plus_one"))))
                .extracting(failure -> failure.getMessage().lines().findFirst().orElseThrow())
                .containsExactlyInAnyOrder(
                        "PlainCases > n_plus_one(): expected at most 1 select but executed 3",
                        "PlainCases > duplicate(): expected at most 1 select but executed 2",
                        "PlainCases > part_with_an_n_plus_one(): expected at most 1 select but executed 3");
    }

    @Test
    void a_project_lowers_the_limit_of_rows() {
        assertThat(Jupiter.failed(Jupiter.run(
                        PlainCases.class,
                        Map.of(FAIL, "OVERSIZED_RESULT", WARN, "N_PLUS_ONE", "querybudget.row-limit", "1"))))
                .containsExactly("n_plus_one()", "part_with_an_n_plus_one()");
    }

    @Test
    void a_setting_that_makes_no_sense_is_named() {
        assertThat(message(Map.of(FAIL, "N_PLUS_TWO")))
                .startsWith("querybudget.fail = N_PLUS_TWO names no kind of finding; there are [N_PLUS_ONE, ");
        assertThat(message(Map.of(FAIL, "DUPLICATE", OFF, "DUPLICATE")))
                .isEqualTo("DUPLICATE is given as FAIL and as OFF; one of both must go");
        assertThat(message(Map.of("querybudget.row-limit", "many")))
                .isEqualTo("querybudget.row-limit = many is no number");
        assertThat(message(Map.of("querybudget.budget.rows", "-1")))
                .isEqualTo("querybudget.budget.rows = -1 is negative; the least is 0");
    }

    private static String message(Map<String, String> settings) {
        return Jupiter.failures(Jupiter.run(PlainCases.class, settings)).get(0).getMessage();
    }
}
