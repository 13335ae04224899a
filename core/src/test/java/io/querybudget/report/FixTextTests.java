package io.querybudget.report;

import static io.querybudget.Findings.CUSTOMER;
import static io.querybudget.Findings.LINES;
import static io.querybudget.Findings.PRODUCT;
import static io.querybudget.Findings.likely;
import static io.querybudget.Findings.nPlusOne;
import static io.querybudget.Recordings.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.Analysis;
import io.querybudget.Association;
import io.querybudget.Finding;
import io.querybudget.Finding.Coverage;
import io.querybudget.FindingKind;
import io.querybudget.Fix;
import io.querybudget.Fix.FetchInBatches.Reason;
import io.querybudget.FixLocation;
import io.querybudget.Recording;
import io.querybudget.StatementKind;
import io.querybudget.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FixTextTests {

    private static List<String> fixes(Finding... findings) {
        Recording recording = new Recording(
                "OrderTests", List.of(), Map.of(StatementKind.SELECT, 11), List.of(), 0, Set.of(), Map.of());
        return FixText.of(new Analysis(recording, List.of(findings), List.of(), List.of()), List.of(findings));
    }

    private static Finding fixedBy(Fix fix) {
        return nPlusOne("1a2b3c4d", List.of(LINES), 2, 5, fix, null);
    }

    private static Finding at(Finding finding, @Nullable FixLocation location) {
        return new Finding(
                finding.id(),
                finding.kind(),
                finding.verdict(),
                finding.associations(),
                finding.statementIds(),
                finding.parentId(),
                finding.coverage(),
                finding.origin(),
                location,
                finding.fix(),
                null);
    }

    private static Fix fetch(String path) {
        return new Fix.FetchWithQuery("com.acme.Order", List.of(path));
    }

    @Test
    void fetches_with_a_repository_method() {
        assertThat(fixes(fixedBy(fetch("lines"))))
                .containsExactly(
                        "  Fix: @EntityGraph(attributePaths = \"lines\") on OrderRepository.findOpen",
                        "       leaves 6 statements");
    }

    @Test
    void fetches_with_the_query_at_a_line() {
        assertThat(fixes(at(fixedBy(fetch("lines")), new FixLocation(null, line(39)))))
                .containsExactly(
                        "  Fix: left join fetch lines in the query at OrderService.totals (OrderService.java:39)",
                        "       leaves 6 statements");
    }

    @Test
    void fetches_with_a_query_that_ran_before() {
        assertThat(fixes(at(fixedBy(fetch("lines")), null)))
                .first()
                .isEqualTo("  Fix: left join fetch lines in the query that ran before");
        assertThat(fixes(at(fixedBy(fetch("lines")), new FixLocation(null, null))))
                .first()
                .isEqualTo("  Fix: left join fetch lines in the query");
    }

    @Test
    void two_findings_of_one_query_are_one_fix() {
        assertThat(fixes(
                        nPlusOne("1a2b3c4d", List.of(LINES), 2, 4, fetch("lines"), null),
                        nPlusOne("5e6f7a8b", List.of(PRODUCT), 6, 6, fetch("lines.product"), "1a2b3c4d")))
                .containsExactly(
                        "  Fix: @EntityGraph(attributePaths = {\"lines\", \"lines.product\"}) on OrderRepository.findOpen",
                        "       leaves 1 statement");
    }

    @Test
    void findings_of_two_queries_are_two_fixes() {
        assertThat(fixes(
                        fixedBy(fetch("lines")),
                        at(fixedBy(fetch("lines")), new FixLocation("OrderRepository.findLate", null))))
                .containsExactly(
                        "  Fix: @EntityGraph(attributePaths = \"lines\") on OrderRepository.findOpen",
                        "       leaves 6 statements",
                        "  Fix: @EntityGraph(attributePaths = \"lines\") on OrderRepository.findLate",
                        "       leaves 6 statements");
    }

    @Test
    void one_fix_of_two_findings_is_said_once() {
        Fix fix = new Fix.FindAllById("com.acme.Order");

        assertThat(fixes(fixedBy(fix), fixedBy(fix))).hasSize(1);
    }

    @Test
    void lazy_attributes_are_fetched_by_an_entity_graph() {
        Association text = new Association("com.acme.Doc", "text", Association.Kind.LAZY_ATTRIBUTE, false);
        Finding finding = nPlusOne("1a2b3c4d", List.of(text), 2, 5, fetch("text"), null);

        assertThat(fixes(at(finding, new FixLocation(null, line(39)))))
                .first()
                .isEqualTo("  Fix: an entity graph with text for the query at OrderService.totals"
                        + " (OrderService.java:39)");
    }

    @Test
    void fetches_in_batches_and_says_why() {
        assertThat(fixes(fixedBy(new Fix.FetchInBatches(LINES, Reason.SECOND_COLLECTION))))
                .containsExactly("  Fix: @BatchSize(size = 50) on Order.lines, because OrderRepository.findOpen would"
                        + " multiply rows by fetching a second collection");
        assertThat(fixes(fixedBy(new Fix.FetchInBatches(LINES, Reason.PAGED))))
                .containsExactly(
                        "  Fix: @BatchSize(size = 50) on Order.lines, because OrderRepository.findOpen returns a"
                                + " page, which a fetched collection would break");
        assertThat(fixes(fixedBy(new Fix.FetchInBatches(PRODUCT, Reason.NO_QUERY))))
                .containsExactly(
                        "  Fix: @BatchSize(size = 50) on the entity that OrderLine.product refers to, because it is"
                                + " not known which query loads what holds it");
    }

    @Test
    void maps_an_eager_association_as_lazy() {
        assertThat(fixes(fixedBy(new Fix.MapLazy(CUSTOMER))))
                .containsExactly(
                        "  Fix: fetch = FetchType.LAZY on Order.customer, then left join fetch it where it is read;"
                                + " OrderRepository.findOpen makes Hibernate load it row by row");
    }

    @Test
    void shares_the_key_of_a_one_to_one() {
        Association invoice = new Association("com.acme.Order", "invoice", Association.Kind.INVERSE_TO_ONE, true);

        assertThat(fixes(fixedBy(new Fix.ShareKey(invoice))))
                .containsExactly("  Fix: @MapsId on the owning side of Order.invoice, or left join fetch invoice in"
                        + " OrderRepository.findOpen; the inverse side of a one-to-one cannot be lazy");
    }

    @Test
    void finds_all_entities_at_once() {
        assertThat(fixes(fixedBy(new Fix.FindAllById("com.acme.Order"))))
                .containsExactly(
                        "  Fix: findAllById (or session.findMultiple) for all keys instead of one find of Order each");
    }

    @Test
    void tells_hibernate_that_entities_are_new() {
        assertThat(fixes(fixedBy(new Fix.TellNew("com.acme.Order"))))
                .containsExactly("  Fix: persist instead of merge, a @Version attribute, or Persistable.isNew, so that"
                        + " OrderRepository.findOpen need not look for entities that are new");
    }

    @Test
    void asks_for_all_keys_by_one_query() {
        assertThat(fixes(fixedBy(new Fix.QueryForAllKeys())))
                .containsExactly("  Fix: one query with \"in :keys\" at OrderRepository.findOpen");
    }

    @Test
    void batches_writes() {
        Finding plain = likely(FindingKind.UNBATCHED_WRITES, 2, 3, Coverage.NONE, new Fix.BatchWrites(true, false));
        Finding interleaved =
                likely(FindingKind.UNBATCHED_WRITES, 2, 3, Coverage.NONE, new Fix.BatchWrites(true, true));

        assertThat(fixes(plain))
                .containsExactly(
                        "  Fix: hibernate.jdbc.batch_size = 50 (in Spring Boot below spring.jpa.properties); inserts of"
                                + " IDENTITY ids cannot be batched, those of a SEQUENCE can");
        assertThat(fixes(interleaved))
                .containsExactly("  Fix: hibernate.jdbc.batch_size = 50 with hibernate.order_inserts and"
                        + " hibernate.order_updates = true (in Spring Boot below spring.jpa.properties); inserts of IDENTITY ids"
                        + " cannot be batched, those of a"
                        + " SEQUENCE can");
    }

    @Test
    void batches_writes_of_plain_jdbc() {
        Finding plain = likely(FindingKind.UNBATCHED_WRITES, 2, 3, Coverage.NONE, new Fix.BatchWrites(false, false));

        assertThat(fixes(plain))
                .containsExactly("  Fix: one batch at OrderService.totals (OrderService.java:39): addBatch and"
                        + " executeBatch, or batchUpdate of JdbcTemplate");
    }

    @Test
    void asks_once() {
        assertThat(fixes(likely(FindingKind.DUPLICATE, 2, 3, Coverage.NONE, new Fix.AskOnce())))
                .containsExactly("  Fix: ask once at OrderService.totals (OrderService.java:39) and keep the answer");
    }

    @Test
    void reads_fewer_rows() {
        assertThat(fixes(likely(FindingKind.OVERSIZED_RESULT, 2, 1, new Coverage(5_000, 0), new Fix.ReadFewerRows())))
                .containsExactly("  Fix: a page, a condition or an aggregate in OrderService.totals"
                        + " (OrderService.java:39), so that fewer rows are read");
    }

    @Test
    void nothing_to_change_is_no_fix() {
        assertThat(fixes(fixedBy(new Fix.None()))).isEmpty();
    }

    @Test
    void a_finding_for_reports_only_has_no_fix() {
        Finding info = new Finding(
                "1a2b3c4d",
                FindingKind.BATCHED,
                Verdict.INFO,
                List.of(LINES),
                List.of(2L),
                1,
                Coverage.NONE,
                null,
                null,
                new Fix.AskOnce(),
                null);

        assertThat(fixes(info)).isEmpty();
    }
}
