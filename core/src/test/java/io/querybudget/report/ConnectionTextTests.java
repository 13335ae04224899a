package io.querybudget.report;

import static io.querybudget.Findings.likely;
import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.Analysis;
import io.querybudget.ConnectionFix;
import io.querybudget.Finding;
import io.querybudget.Finding.Coverage;
import io.querybudget.FindingKind;
import io.querybudget.Findings;
import io.querybudget.Fix;
import io.querybudget.Recordings;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionTextTests {

    private static String text(FindingKind kind, int statements, Fix fix) {
        Finding finding = likely(kind, 2, statements, Coverage.NONE, fix);
        return Report.warning(new Analysis(Recordings.of(), List.of(), List.of(), List.of()), finding);
    }

    @Test
    void a_connection_that_was_not_closed() {
        assertThat(text(FindingKind.UNCLOSED_CONNECTION, 0, new ConnectionFix.CloseConnections(2, false)))
                .isEqualTo("""
                        OrderTests > loads_open_orders(): connection not closed, likely: 2 connections opened at OrderService.totals (OrderService.java:39) and still open at the end [id 00c0ffee]

                          Fix: try (Connection …) at OrderService.totals (OrderService.java:39), so that it is closed when an exception is thrown too""");
    }

    @Test
    void a_session_that_was_not_closed() {
        assertThat(text(FindingKind.UNCLOSED_CONNECTION, 0, new ConnectionFix.CloseConnections(1, true)))
                .contains("1 session opened at OrderService.totals")
                .contains("Fix: try (EntityManager or Session …) at OrderService.totals");
    }

    @Test
    void a_second_connection() {
        assertThat(text(FindingKind.NESTED_CONNECTION, 0, new ConnectionFix.TakeOneConnection()))
                .isEqualTo("""
                        OrderTests > loads_open_orders(): second connection, likely: taken at OrderService.totals (OrderService.java:39) while the thread held another one of the same pool, taken at OrderService.totals (OrderService.java:39) [id 00c0ffee]

                          Fix: end the transaction begun at OrderService.totals (OrderService.java:39) before, or join it (Propagation.REQUIRED); a pool in which each thread waits for a second connection stands still""");
    }

    @Test
    void a_connection_that_was_held_for_long() {
        assertThat(text(FindingKind.IDLE_CONNECTION, 2, new ConnectionFix.ReleaseConnection(1_234_567_890)))
                .isEqualTo("""
                        OrderTests > loads_open_orders(): idle connection, likely: held for 1234 ms while nothing ran after OrderService.totals (OrderService.java:39) [id 00c0ffee]

                          Fix: do what takes long before or after the transaction begun at OrderService.totals (OrderService.java:39), so that the connection serves others meanwhile""");
    }

    @Test
    void writes_without_a_transaction() {
        assertThat(text(FindingKind.SEPARATE_COMMITS, 2, new ConnectionFix.WriteInTransaction()))
                .isEqualTo("""
                        OrderTests > loads_open_orders(): separate commits, likely: 2 writes outside any transaction, each committed by itself at OrderService.totals (OrderService.java:39) [id 00c0ffee]

                          Fix: one transaction around these writes at OrderService.totals (OrderService.java:39) (@Transactional on the service method)""");
    }

    @Test
    void reads_without_a_transaction() {
        assertThat(text(FindingKind.SEPARATE_READS, 3, new ConnectionFix.ReadInTransaction(1)))
                .contains(
                        "separate reads: 3 reads outside any transaction, each on a connection of its own at OrderService.totals"
                                + " (OrderService.java:39); 1 of them asked again what another one had asked [id")
                .contains(
                        "@Transactional(readOnly = true) on the method at OrderService.totals (OrderService.java:39) or on"
                                + " a caller of it, so that the reads take one connection and share a session; with"
                                + " isolation REPEATABLE_READ they see one state of the data");
        assertThat(text(FindingKind.SEPARATE_READS, 2, new ConnectionFix.ReadInTransaction(0)))
                .contains("a connection of its own at OrderService.totals (OrderService.java:39) [id");
    }

    @Test
    void statements_of_a_view() {
        assertThat(text(
                        FindingKind.SQL_IN_VIEW,
                        1,
                        new ConnectionFix.LoadBeforeView(List.of(Findings.fetch(List.of(Findings.LINES), "o")))))
                .isEqualTo("""
                        OrderTests > loads_open_orders(): SQL in the view, likely: 1 statement while the answer was serialized or rendered [id 00c0ffee]

                          Fix: left join fetch o.lines in the query at OrderService.totals (OrderService.java:39), or hand the view a record that the service has filled; spring.jpa.open-in-view = false keeps views from executing SQL""");
        assertThat(text(FindingKind.SQL_IN_VIEW, 1, new ConnectionFix.LoadBeforeView(List.of())))
                .contains("Fix: load it in the service, or hand the view a record");
    }
}
