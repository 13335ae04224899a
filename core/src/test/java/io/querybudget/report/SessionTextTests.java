package io.querybudget.report;

import static io.querybudget.Findings.LINES;
import static io.querybudget.Findings.likely;
import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.Analysis;
import io.querybudget.CollectionWrite.Reason;
import io.querybudget.Finding;
import io.querybudget.Finding.Coverage;
import io.querybudget.FindingKind;
import io.querybudget.Fix;
import io.querybudget.LookUpFix;
import io.querybudget.ManagedEntities;
import io.querybudget.Recordings;
import io.querybudget.SessionFix;
import io.querybudget.Verdict;
import io.querybudget.WriteFix;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SessionTextTests {

    private static String text(FindingKind kind, int statements, long rows, Fix fix) {
        Finding plain = likely(kind, 2, statements, new Coverage(rows, 0), fix);
        Finding finding = new Finding(
                plain.id(),
                kind,
                plain.verdict(),
                List.of(LINES),
                plain.statementIds(),
                0,
                plain.coverage(),
                plain.origin(),
                plain.fixHere(),
                fix,
                null);
        return Report.warning(new Analysis(Recordings.of(), List.of(), List.of(), List.of()), finding);
    }

    private static String recreated(Reason reason) {
        return text(
                FindingKind.RECREATED_COLLECTION,
                6,
                4,
                new WriteFix.WriteChangedRows(LINES, reason, OptionalLong.empty()));
    }

    @Test
    void rows_that_are_deleted_and_inserted_again() {
        assertThat(recreated(Reason.BAG)).isEqualTo("""
                        OrderTests > loads_open_orders(): recreated collection, likely: 6 statements for Order.lines, of which 4 rows were deleted and inserted again unchanged [id 00c0ffee]

                          Fix: a Set, or @OrderColumn, for the List Order.lines, so that only the rows that change are written""");
    }

    @Test
    void the_fix_of_a_recreated_collection_depends_on_the_reason() {
        assertThat(recreated(Reason.REPLACED))
                .contains(
                        "Fix: clear() and addAll(…) on Order.lines instead of another collection in its place, so that");
        assertThat(recreated(Reason.REPLACED_BAG))
                .contains(
                        "Fix: a Set, or @OrderColumn, for the List Order.lines, changed by clear() and addAll(…) instead"
                                + " of another collection in its place, so that");
        assertThat(recreated(Reason.NULLABLE_ELEMENTS))
                .contains("Fix: @Column(nullable = false) on all attributes of the elements of Order.lines, so that");
    }

    @Test
    void keys_that_are_updated_after_the_insert() {
        assertThat(text(
                        FindingKind.UPDATE_AFTER_INSERT,
                        3,
                        3,
                        new WriteFix.InsertForeignKey(LINES, "com.acme.OrderLine")))
                .startsWith("""
                        OrderTests > loads_open_orders(): update after insert, likely: 3 statements for the foreign key of 3 rows of Order.lines, which were inserted just before [id 00c0ffee]

                          Fix: @JoinColumn(nullable = false, updatable = false) on Order.lines if no OrderLine ever moves, or mappedBy with a @ManyToOne in OrderLine, so that the inserts write the foreign key
                        """);
    }

    private static String plain(FindingKind kind, Coverage coverage, Fix fix) {
        return Report.warning(
                new Analysis(Recordings.of(), List.of(), List.of(), List.of()), likely(kind, 2, 1, coverage, fix));
    }

    @Test
    void entities_that_are_loaded_to_be_deleted() {
        assertThat(plain(
                        FindingKind.LOADED_TO_DELETE,
                        new Coverage(12, 12),
                        new WriteFix.DeleteByQuery("com.acme.Order")))
                .startsWith("""
                        OrderTests > loads_open_orders(): loaded to delete, likely: 12 rows of Order loaded by one query, and all deleted by 1 statement [id 00c0ffee]

                          Fix: "delete from Order o where …" in place of the query at OrderService.totals (OrderService.java:39), which loads nothing
                        """);
    }

    @Test
    void entities_that_are_loaded_for_their_ids() {
        Finding finding = info(FindingKind.LOADED_FOR_ID, new LookUpFix.ReferToId("com.acme.Order"));
        Analysis analysis = new Analysis(Recordings.of(), List.of(finding), List.of(), List.of());

        assertThat(Report.warning(analysis, finding)).isEqualTo("""
                        OrderTests > loads_open_orders(): loaded for its id: Order loaded by 1 statement, and no more than its key was written [id 00c0ffee]

                          Info: getReference(Order.class, id) instead of find at OrderService.totals (OrderService.java:39) if no more than the key is needed""");
    }

    private static Finding info(FindingKind kind, Fix fix) {
        return likely(kind, 2, 1, Coverage.NONE, fix).with(Verdict.INFO);
    }

    private static ManagedEntities compared(int total) {
        return new ManagedEntities(
                total,
                Map.of(
                        "com.acme.Customer", 4,
                        "com.acme.Order", 90,
                        "com.acme.OrderLine", 1_100,
                        "com.acme.Product", 5));
    }

    @Test
    void a_session_that_grows() {
        assertThat(plain(
                        FindingKind.GROWING_SESSION,
                        new Coverage(1_500, 15),
                        new SessionFix.ClearSession(compared(1_500))))
                .isEqualTo("""
                        OrderTests > loads_open_orders(): growing session, likely: after 15 flushes the session still kept 1500 entities (1100 OrderLine, 90 Order, 5 Product, 305 others), and compared all of them at each flush [id 00c0ffee]

                          Fix: flush() and clear() after every 50 entities at OrderService.totals (OrderService.java:39), or a StatelessSession""");
    }

    @Test
    void comparisons_before_queries() {
        assertThat(plain(
                        FindingKind.DIRTY_CHECKS, Coverage.NONE, new SessionFix.FlushLess(50, 60_000, compared(1_200))))
                .isEqualTo("""
                        OrderTests > loads_open_orders(): dirty checks, likely: before each of 50 queries all entities (1100 OrderLine, 90 Order, 5 Product, 5 others) were compared with what was loaded, 60000 comparisons in total, and there was nothing to write [id 00c0ffee]

                          Fix: setFlushMode(FlushModeType.COMMIT) on the query at OrderService.totals (OrderService.java:39) if it need not see pending changes, or @Transactional(readOnly = true) if there are none""");
    }

    @Test
    void entities_of_types_that_are_not_known_are_not_named() {
        Fix fix = new SessionFix.LoadReadOnly(new ManagedEntities(1_200, Map.of()));

        assertThat(plain(FindingKind.READ_ONLY_USE, Coverage.NONE, fix)).contains("1200 entities were compared");
    }

    @Test
    void entities_that_are_only_read() {
        assertThat(plain(FindingKind.READ_ONLY_USE, Coverage.NONE, new SessionFix.LoadReadOnly(compared(1_200))))
                .isEqualTo("""
                        OrderTests > loads_open_orders(): read-only use, likely: 1200 entities (1100 OrderLine, 90 Order, 5 Product, 5 others) were compared with what was loaded, and nothing was written [id 00c0ffee]

                          Fix: @Transactional(readOnly = true), session.setDefaultReadOnly(true), or the hint org.hibernate.readOnly on the query at OrderService.totals (OrderService.java:39)""");
    }
}
