package io.querybudget;

import static io.querybudget.Limits.limits;
import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.Recording.Stray;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgementTests {

    private static final ExecutedStatement SELECT =
            Recordings.statement(1, StatementKind.SELECT, "select id from orders", 7);

    private static Judgement judgement(Budget budget, List<Stray> strays, int unseen, Finding... findings) {
        Recording recording = Recordings.of(List.of(SELECT), strays, unseen);
        return Judgement.of(budget, new Analysis(recording, List.of(findings), List.of(), List.of()));
    }

    @Test
    void passes_when_all_limits_are_kept_and_nothing_is_proven() {
        assertThat(judgement(Budget.exactly(limits().statements(1)), List.of(), 0)
                        .isPassed())
                .isTrue();
    }

    @Test
    void a_unit_that_executed_nothing_passes() {
        Analysis nothing = new Analysis(Recordings.of(), List.of(), List.of(), List.of());

        assertThat(Judgement.of(Budget.atMost(limits().statements(0)), nothing).isPassed())
                .isTrue();
    }

    @Test
    void fails_when_a_limit_is_exceeded() {
        assertThat(judgement(Budget.atMost(limits().statements(0)), List.of(), 0)
                        .isPassed())
                .isFalse();
    }

    @Test
    void fails_on_a_proven_finding_within_the_limits() {
        Finding finding = Findings.nPlusOne("1a2b3c4d", List.of(Findings.LINES), 2, 2, new Fix.None(), null);

        Judgement judgement = judgement(Budget.atMost(limits().statements(9)), List.of(), 0, finding);

        assertThat(judgement.refused()).containsExactly(finding);
        assertThat(judgement.isPassed()).isFalse();
    }

    @Test
    void a_limit_is_not_certified_when_stray_statements_ran_on_its_data_source() {
        List<Stray> strays = List.of(new Stray("main", "server-1", "", 2));

        Judgement judgement = judgement(Budget.atMost(limits().statements(9)), strays, 0);

        assertThat(judgement.uncounted().strays()).isEqualTo(strays);
        assertThat(judgement.isPassed()).isFalse();
    }

    @Test
    void stray_statements_on_another_data_source_do_not_matter() {
        assertThat(judgement(Budget.atMost(limits().statements(9)), List.of(new Stray("other", "server-1", "", 2)), 0)
                        .isPassed())
                .isTrue();
    }

    @Test
    void stray_statements_matter_on_each_data_source_when_the_unit_used_none() {
        Recording recording = Recordings.of(List.of(), List.of(new Stray("other", "server-1", "", 2)), 0);
        Analysis analysis = new Analysis(recording, List.of(), List.of(), List.of());

        assertThat(Judgement.of(Budget.atMost(limits().statements(9)), analysis).isPassed())
                .isFalse();
    }

    @Test
    void fails_when_the_session_held_what_was_read() {
        Unexercised held = new Unexercised("Order", Unexercised.Reason.HELD_BEFORE, 3);
        Unexercised oneOwner = new Unexercised("Order.lines", Unexercised.Reason.ONE_OWNER, 1);
        Analysis analysis = new Analysis(Recordings.of(), List.of(), List.of(oneOwner, held), List.of());

        assertThat(Judgement.of(Budget.UNLIMITED, analysis).hidden()).containsExactly(held);
        assertThat(Judgement.of(Budget.UNLIMITED, analysis).isPassed()).isFalse();
    }

    @Test
    void without_a_limit_stray_statements_do_not_matter() {
        assertThat(judgement(Budget.UNLIMITED, List.of(new Stray("main", "server-1", "", 2)), 0)
                        .isPassed())
                .isTrue();
    }

    @Test
    void statements_over_an_unobserved_connection_fail_with_and_without_a_limit() {
        assertThat(judgement(Budget.atMost(limits().statements(9)), List.of(), 1)
                        .isPassed())
                .isFalse();
        assertThat(judgement(Budget.UNLIMITED, List.of(), 1).isPassed()).isFalse();
    }

    @Test
    void what_was_not_examined_keeps_findings_and_limits_on_details_from_being_certified() {
        Recording recording = new Recording(
                "OrderTests",
                List.of(SELECT),
                Map.of(StatementKind.SELECT, 3),
                List.of(),
                0,
                Set.of(),
                List.of(),
                List.of(),
                Map.of(),
                SessionWork.NOTHING,
                Mapping.NONE);
        Analysis analysis = new Analysis(recording, List.of(), List.of(), List.of());

        assertThat(Judgement.of(Budget.UNLIMITED, analysis).uncounted().unexamined())
                .isEqualTo(2);
        assertThat(Judgement.of(counting(limits().rows(50)), analysis).isPassed())
                .isFalse();
        assertThat(Judgement.of(counting(limits().selectsFrom("orders", 9)), analysis)
                        .isPassed())
                .isFalse();
        assertThat(Judgement.of(counting(limits().on("main", limits().selects(9))), analysis)
                        .isPassed())
                .isFalse();
        assertThat(Judgement.of(counting(limits().statements(3).selects(3)), analysis)
                        .isPassed())
                .isTrue();
    }

    private static Budget counting(Limits limits) {
        return Budget.atMost(limits).with(Rules.WARNING);
    }
}
