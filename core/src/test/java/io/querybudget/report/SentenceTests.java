package io.querybudget.report;

import static io.querybudget.Findings.LINES;
import static io.querybudget.Findings.NOTES;
import static io.querybudget.Findings.PRODUCT;
import static io.querybudget.Findings.likely;
import static io.querybudget.Findings.nPlusOne;
import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.Finding;
import io.querybudget.Finding.Coverage;
import io.querybudget.FindingKind;
import io.querybudget.Fix;
import io.querybudget.Materialised;
import io.querybudget.Materialised.Entities;
import io.querybudget.Materialised.Factor;
import io.querybudget.Materialised.Page;
import io.querybudget.Materialised.Product;
import io.querybudget.ReadFix;
import io.querybudget.Verdict;
import io.querybudget.WriteFix;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceTests {

    private static final Fix NONE = new Fix.None();

    private static String sentence(Finding finding) {
        return Sentences.finding(finding, Materialised.NOTHING);
    }

    @Test
    void names_all_candidates_of_an_n_plus_one() {
        assertThat(sentence(nPlusOne("1a2b3c4d", List.of(LINES, PRODUCT), 2, 2, NONE, null)))
                .isEqualTo("N+1, proven: 2 statements for Order.lines or OrderLine.product, one for each of 2 rows"
                        + " [id 1a2b3c4d]");
    }

    @Test
    void names_an_n_plus_one_without_an_association() {
        assertThat(sentence(likely(FindingKind.N_PLUS_ONE, 2, 3, new Coverage(3, 10), NONE)))
                .isEqualTo("N+1, likely: 3 statements, for 3 of 10 rows [id 00c0ffee]");
    }

    @Test
    void says_at_least_when_not_all_rows_are_remembered() {
        assertThat(sentence(likely(FindingKind.N_PLUS_ONE, 2, 100, new Coverage(64, 100), NONE)))
                .isEqualTo("N+1, likely: 100 statements, for at least 64 of 100 rows [id 00c0ffee]");
    }

    @Test
    void names_no_rows_when_they_are_not_known() {
        assertThat(sentence(likely(FindingKind.N_PLUS_ONE, 2, 3, Coverage.NONE, NONE)))
                .isEqualTo("N+1, likely: 3 statements [id 00c0ffee]");
    }

    @Test
    void names_other_waste() {
        assertThat(sentence(likely(FindingKind.OVERSIZED_RESULT, 2, 1, new Coverage(5_000, 0), NONE)))
                .isEqualTo("oversized result, likely: 5000 rows read by one statement [id 00c0ffee]");
        assertThat(sentence(likely(FindingKind.DUPLICATE, 2, 3, Coverage.NONE, NONE)))
                .isEqualTo(
                        "duplicate, likely: the same statement with the same values 3 times in one transaction [id 00c0ffee]");
        assertThat(sentence(likely(FindingKind.UNBATCHED_WRITES, 2, 3, Coverage.NONE, NONE)))
                .isEqualTo("unbatched writes, likely: 3 writes of one kind, each sent by itself [id 00c0ffee]");
        Fix batches = new WriteFix.BatchWrites(WriteFix.BatchWrites.Hindrance.NO_BATCH_SIZE);
        assertThat(sentence(likely(FindingKind.UNBATCHED_WRITES, 2, 60, Coverage.NONE, batches)))
                .isEqualTo("unbatched writes, likely: 60 writes of one kind, each sent by itself,"
                        + " 60 round trips where batches of 50 take 2 [id 00c0ffee]");
        assertThat(sentence(likely(FindingKind.CHAIN, 2, 3, Coverage.NONE, NONE)))
                .isEqualTo("chain: 3 statements, each with the key that the row before it held [id 00c0ffee]");
    }

    @Test
    void says_what_the_session_keeps_of_an_oversized_result() {
        Materialised kept = new Materialised(
                List.of(new Entities("com.acme.Order", 20, 5, 0), new Entities("com.acme.OrderLine", 5_000, 4, 0)),
                null,
                null);

        assertThat(Sentences.finding(likely(FindingKind.OVERSIZED_RESULT, 2, 1, new Coverage(5_000, 0), NONE), kept))
                .isEqualTo(
                        "oversized result, likely: 5000 rows read by one statement, and the session keeps 5000 OrderLine, 20 Order"
                                + " [id 00c0ffee]");
    }

    @Test
    void says_what_multiplied_to_how_many_rows() {
        Materialised multiplied = new Materialised(
                List.of(),
                null,
                new Product("com.acme.Order", 4, List.of(new Factor(LINES, 3), new Factor(NOTES, 6)), 36));

        assertThat(Sentences.finding(
                        likely(FindingKind.CARTESIAN_PRODUCT, 2, 1, new Coverage(72, 36), NONE), multiplied))
                .isEqualTo("cartesian product, likely: 72 rows for 4 Order, up to 3 lines × 6 notes each;"
                        + " 36 rows if each is fetched on its own [id 00c0ffee]");
    }

    @Test
    void says_how_much_was_read_for_a_page() {
        Finding paged = likely(FindingKind.IN_MEMORY_PAGINATION, 2, 1, new Coverage(30, 2), NONE);

        assertThat(Sentences.finding(paged, page(0, 2)))
                .isEqualTo("in-memory pagination, likely: 30 rows with 10 results read for a page of 2 [id 00c0ffee]");
        assertThat(Sentences.finding(paged, page(4, 0)))
                .isEqualTo(
                        "in-memory pagination, likely: 30 rows with 10 results read to skip 4 of them [id 00c0ffee]");
    }

    private static Materialised page(int first, int size) {
        return new Materialised(List.of(), new Page(first, size, 10, List.of(LINES)), null);
    }

    @Test
    void says_what_was_read_too_wide() {
        Materialised wide = new Materialised(List.of(new Entities("com.acme.Order", 12, 40, 11)), null, null);

        assertThat(Sentences.finding(wideRead(true), wide))
                .isEqualTo("wide read, likely: 12 Order read with their large objects, and none of them modified"
                        + " [id 00c0ffee]");
        assertThat(Sentences.finding(wideRead(false), wide))
                .isEqualTo("wide read, likely: 12 Order read with 40 columns each, and none of them modified"
                        + " [id 00c0ffee]");
    }

    private static Finding wideRead(boolean hasLargeObjects) {
        Fix fix = new ReadFix.ReadFewerColumns("com.acme.Order", hasLargeObjects);
        return likely(FindingKind.WIDE_READ, 2, 1, Coverage.NONE, fix);
    }

    @Test
    void names_a_batched_load() {
        assertThat(sentence(batched(List.of(2L, 3L))))
                .isEqualTo("batched: Order.lines, loaded in 2 batches [id 1a2b3c4d]");
        assertThat(sentence(batched(List.of(2L)))).isEqualTo("batched: Order.lines, loaded in 1 batch [id 1a2b3c4d]");
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
