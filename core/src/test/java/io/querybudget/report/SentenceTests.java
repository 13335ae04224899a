package io.querybudget.report;

import static io.querybudget.Findings.LINES;
import static io.querybudget.Findings.PRODUCT;
import static io.querybudget.Findings.likely;
import static io.querybudget.Findings.nPlusOne;
import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.Finding;
import io.querybudget.Finding.Coverage;
import io.querybudget.FindingKind;
import io.querybudget.Fix;
import io.querybudget.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceTests {

    private static final Fix NONE = new Fix.None();

    @Test
    void names_all_candidates_of_an_n_plus_one() {
        assertThat(Sentences.finding(nPlusOne("1a2b3c4d", List.of(LINES, PRODUCT), 2, 2, NONE, null)))
                .isEqualTo("N+1, proven: 2 statements for Order.lines or OrderLine.product, one for each of 2 rows"
                        + " [id 1a2b3c4d]");
    }

    @Test
    void names_an_n_plus_one_without_an_association() {
        assertThat(Sentences.finding(likely(FindingKind.N_PLUS_ONE, 2, 3, new Coverage(3, 10), NONE)))
                .isEqualTo("N+1, likely: 3 statements, for 3 of 10 rows [id 00c0ffee]");
    }

    @Test
    void says_at_least_when_not_all_rows_are_remembered() {
        assertThat(Sentences.finding(likely(FindingKind.N_PLUS_ONE, 2, 100, new Coverage(64, 100), NONE)))
                .isEqualTo("N+1, likely: 100 statements, for at least 64 of 100 rows [id 00c0ffee]");
    }

    @Test
    void names_no_rows_when_they_are_not_known() {
        assertThat(Sentences.finding(likely(FindingKind.N_PLUS_ONE, 2, 3, Coverage.NONE, NONE)))
                .isEqualTo("N+1, likely: 3 statements [id 00c0ffee]");
    }

    @Test
    void names_other_waste() {
        assertThat(Sentences.finding(likely(FindingKind.OVERSIZED_RESULT, 2, 1, new Coverage(5_000, 0), NONE)))
                .isEqualTo("one statement returned 5000 rows [id 00c0ffee]");
        assertThat(Sentences.finding(likely(FindingKind.DUPLICATE, 2, 3, Coverage.NONE, NONE)))
                .isEqualTo("3 equal statements [id 00c0ffee]");
        assertThat(Sentences.finding(likely(FindingKind.UNBATCHED_WRITES, 2, 3, Coverage.NONE, NONE)))
                .isEqualTo("3 unbatched writes [id 00c0ffee]");
        assertThat(Sentences.finding(likely(FindingKind.CHAIN, 2, 3, Coverage.NONE, NONE)))
                .isEqualTo("3 statements along a chain of rows [id 00c0ffee]");
    }

    @Test
    void names_a_batched_load() {
        assertThat(Sentences.finding(batched(List.of(2L, 3L))))
                .isEqualTo("Order.lines, loaded in 2 batches [id 1a2b3c4d]");
        assertThat(Sentences.finding(batched(List.of(2L)))).isEqualTo("Order.lines, loaded in 1 batch [id 1a2b3c4d]");
    }

    private static Finding batched(List<Long> statements) {
        return new Finding(
                "1a2b3c4d",
                FindingKind.BATCHED,
                Verdict.INFO,
                List.of(LINES),
                statements,
                1,
                Coverage.NONE,
                null,
                null,
                NONE,
                null);
    }
}
