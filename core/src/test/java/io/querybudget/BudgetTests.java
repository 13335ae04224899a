package io.querybudget;

import static io.querybudget.Limits.limits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.querybudget.Budget.Allowance;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetTests {

    private static final Recording TWO_SELECTS_AND_AN_INSERT = Recordings.of(
            Recordings.statement(1, StatementKind.SELECT, "select id from orders", 7),
            Recordings.statement(2, StatementKind.SELECT, "select id from lines", 60),
            Recordings.statement(3, StatementKind.INSERT, "insert into audit values (1)", 0),
            Recordings.statement(4, StatementKind.SESSION, "set lock_timeout 1", 0),
            Recordings.statement(5, StatementKind.DDL, "create table x(id int)", 0));

    private static final Measure STATEMENTS = Measure.of(Quantity.STATEMENTS);

    private static final Finding N_PLUS_ONE =
            Findings.nPlusOne("1a2b3c4d", List.of(Findings.LINES), 2, 2, new Fix.None(), null);

    @Test
    void a_limit_that_is_kept_is_no_violation() {
        assertThat(Budget.atMost(limits().statements(3)).violations(TWO_SELECTS_AND_AN_INSERT))
                .isEmpty();
        assertThat(Budget.atMost(limits().statements(4)).violations(TWO_SELECTS_AND_AN_INSERT))
                .isEmpty();
        assertThat(Budget.exactly(limits().statements(3)).violations(TWO_SELECTS_AND_AN_INSERT))
                .isEmpty();
    }

    @Test
    void a_limit_that_is_exceeded_is_a_violation() {
        assertThat(Budget.atMost(limits().statements(2)).violations(TWO_SELECTS_AND_AN_INSERT))
                .containsExactly(new Violation(STATEMENTS, 2, false, 3));
    }

    @Test
    void an_exact_number_is_violated_in_both_directions() {
        assertThat(Budget.exactly(limits().statements(2)).violations(TWO_SELECTS_AND_AN_INSERT))
                .containsExactly(new Violation(STATEMENTS, 2, true, 3));
        assertThat(Budget.exactly(limits().statements(4)).violations(TWO_SELECTS_AND_AN_INSERT))
                .containsExactly(new Violation(STATEMENTS, 4, true, 3));
    }

    @Test
    void limits_are_reported_in_the_order_in_which_they_were_given_and_expected_ones_first() {
        Budget budget = Budget.atMost(limits().rows(50).inserts(0).updates(0))
                .and(Budget.exactly(limits().deletes(0).selects(1)));

        assertThat(budget.violations(TWO_SELECTS_AND_AN_INSERT))
                .containsExactly(
                        new Violation(Measure.of(Quantity.SELECTS), 1, true, 2),
                        new Violation(Measure.of(Quantity.ROWS), 50, false, 60),
                        new Violation(Measure.of(Quantity.INSERTS), 0, false, 1));
    }

    private static Budget because(String reason) {
        return new Budget(limits(), limits(), reason, Rules.DEFAULT, List.of());
    }

    @Test
    void refuses_a_blank_reason() {
        assertThatThrownBy(() -> because("  "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("because = \"  \" is blank; say the reason or leave it out");
        assertThatThrownBy(() -> new Allowance("1a2b3c4d", 9, ""))
                .hasMessage("because = \"\" is blank; say the reason");
        assertThatThrownBy(() -> new Allowance(" ", 9, "known")).hasMessageStartingWith("finding = \" \" is blank; ");
        assertThatThrownBy(() -> new Allowance("1a2b3c4d", -1, "known"))
                .hasMessage("atMost = -1 is negative; the least is 0");
    }

    @Test
    void refuses_a_proven_finding_without_an_allowance() {
        assertThat(Budget.UNLIMITED.refuses(N_PLUS_ONE)).isTrue();
        assertThat(Budget.atMost(limits().statements(100)).refuses(N_PLUS_ONE)).isTrue();
    }

    @Test
    void a_reason_allows_nothing() {
        assertThat(because("report screen").refuses(N_PLUS_ONE)).isTrue();
    }

    @Test
    void does_not_refuse_a_likely_finding() {
        Finding likely = Findings.likely(
                FindingKind.DUPLICATE,
                1,
                2,
                Finding.Coverage.NONE,
                new LookUpFix.AskOnce(LookUpFix.AskOnce.Answer.RESULT));

        assertThat(Budget.UNLIMITED.refuses(likely)).isFalse();
    }

    @Test
    void an_allowance_names_a_finding_by_its_id_or_by_its_kind_and_role() {
        assertThat(allowing("1a2b3c4d").refuses(N_PLUS_ONE)).isFalse();
        assertThat(allowing("N_PLUS_ONE Order.lines").refuses(N_PLUS_ONE)).isFalse();
        assertThat(allowing("N_PLUS_ONE com.acme.Order.lines").refuses(N_PLUS_ONE))
                .isFalse();
    }

    @Test
    void an_allowance_of_another_finding_does_not_help() {
        assertThat(allowing("1a2b3c4e").refuses(N_PLUS_ONE)).isTrue();
        assertThat(allowing("Order.lines").refuses(N_PLUS_ONE)).isTrue();
        assertThat(allowing("DUPLICATE Order.lines").refuses(N_PLUS_ONE)).isTrue();
        assertThat(allowing("N_PLUS_ONE Order.line").refuses(N_PLUS_ONE)).isTrue();
    }

    @Test
    void an_allowance_holds_up_to_its_number_of_statements() {
        int statements = N_PLUS_ONE.statementIds().size();

        assertThat(allowing("1a2b3c4d", statements).refuses(N_PLUS_ONE)).isFalse();
        assertThat(allowing("1a2b3c4d", statements - 1).refuses(N_PLUS_ONE)).isTrue();
    }

    private static Budget allowing(String finding) {
        return allowing(finding, 1_000);
    }

    private static Budget allowing(String finding, int atMost) {
        return Budget.UNLIMITED.allowing(List.of(new Allowance(finding, atMost, "known, see the backlog")));
    }
}
