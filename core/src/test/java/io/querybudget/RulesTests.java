package io.querybudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RulesTests {

    private static final Finding N_PLUS_ONE = Findings.nPlusOne(
            "1a2b3c4d", List.of(Findings.LINES), 2, 10, new LookUpFix.AskOnce(LookUpFix.AskOnce.Answer.RESULT), null);

    @Test
    void refuse_a_proven_finding_and_no_other() {
        assertThat(Rules.DEFAULT.refuse(N_PLUS_ONE)).isTrue();
        assertThat(Rules.DEFAULT.refuse(N_PLUS_ONE.with(Verdict.LIKELY))).isFalse();
        assertThat(Rules.DEFAULT.refuse(likely(FindingKind.DUPLICATE))).isFalse();
    }

    @Test
    void refuse_what_was_measured_where_they_say_so_but_never_what_is_not_sure() {
        Rules failing = Rules.DEFAULT.with(Reaction.FAIL, Set.of(FindingKind.DUPLICATE, FindingKind.N_PLUS_ONE));

        assertThat(failing.refuse(likely(FindingKind.DUPLICATE))).isTrue();
        assertThat(failing.refuse(likely(FindingKind.DUPLICATE).with(Verdict.INFO)))
                .isFalse();
        assertThat(failing.refuse(N_PLUS_ONE.with(Verdict.LIKELY))).isFalse();
    }

    @Test
    void refuse_nothing_of_a_kind_that_only_warns() {
        assertThat(Rules.DEFAULT
                        .with(Reaction.WARN, Set.of(FindingKind.N_PLUS_ONE))
                        .refuse(N_PLUS_ONE))
                .isFalse();
        assertThat(Rules.WARNING.canRefuse()).isFalse();
    }

    @Test
    void take_the_reactions_that_override_them_and_keep_their_others_and_their_limit_of_rows() {
        Rules project =
                Rules.DEFAULT.with(Reaction.OFF, Set.of(FindingKind.DUPLICATE)).withRowLimit(50);
        Rules test = Rules.DEFAULT.with(Reaction.WARN, Set.of(FindingKind.N_PLUS_ONE));

        Rules both = project.overriddenBy(test);

        assertThat(both.isOff(FindingKind.DUPLICATE)).isTrue();
        assertThat(both.isOff(FindingKind.N_PLUS_ONE)).isFalse();
        assertThat(both.refuse(N_PLUS_ONE)).isFalse();
        assertThat(both.rowLimit()).isEqualTo(50);
    }

    @Test
    void contradict_each_other_with_a_clear_message() {
        Rules off = Rules.DEFAULT.with(Reaction.OFF, Set.of(FindingKind.DUPLICATE));
        Rules fail = Rules.DEFAULT.with(Reaction.FAIL, Set.of(FindingKind.DUPLICATE));

        assertThatThrownBy(() -> off.and(fail))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("DUPLICATE is given as OFF and as FAIL; one of both must go");
        assertThatThrownBy(() -> Rules.DEFAULT.withRowLimit(-1))
                .hasMessage("row limit = -1 is negative; give 0 or more");
    }

    private static Finding likely(FindingKind kind) {
        return Findings.likely(
                kind, 1, 2, Finding.Coverage.NONE, new LookUpFix.AskOnce(LookUpFix.AskOnce.Answer.RESULT));
    }
}
