package io.querybudget.detection;

import static io.querybudget.Findings.LINES;
import static io.querybudget.Recordings.line;
import static io.querybudget.Recordings.select;
import static io.querybudget.Recordings.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.ExecutedStatement;
import io.querybudget.FindingKind;
import io.querybudget.StatementKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingIdTests {

    private static final ExecutedStatement OPEN = statement(
            1, StatementKind.SELECT, "select id from orders where status = 1", 2, "Orders.findOpen", line(39));

    private static String id(ExecutedStatement parent, int line) {
        ExecutedStatement load = select(2, "select id from order_line where order_id = ?", 2, line);
        return FindingIds.ofLoop(List.of(LINES), load, Optional.of(parent));
    }

    @Test
    void a_loop_keeps_its_id_when_lines_move_and_rows_are_more() {
        assertThat(id(OPEN, 41)).isEqualTo(id(OPEN, 97));
        assertThat(id(select(1, "select id from orders", 2, 39), 41))
                .isEqualTo(id(select(1, "select id from orders", 9, 12), 41));
    }

    @Test
    void loops_of_one_method_over_the_rows_of_two_queries_have_two_ids() {
        ExecutedStatement late = statement(1, StatementKind.SELECT, OPEN.sql(), 2, "Orders.findLate", line(39));

        assertThat(id(OPEN, 41)).isNotEqualTo(id(late, 41));
        assertThat(id(select(1, "select id from orders", 2, 39), 41))
                .isNotEqualTo(id(select(1, "select id from old_orders", 2, 39), 41));
    }

    @Test
    void loops_at_several_lines_of_one_method_over_the_rows_of_one_query_have_ids_by_their_order() {
        assertThat(inOrder(41, 45, 41)).isEqualTo(inOrder(97, 99, 97));
        assertThat(inOrder(41, 45, 49)).doesNotHaveDuplicates().startsWith(id(OPEN, 41));
        assertThat(inOrder(41, 41)).containsOnly(id(OPEN, 41));
    }

    private static List<String> inOrder(int... lines) {
        LoopIds ids = new LoopIds();
        return IntStream.of(lines)
                .mapToObj(line -> select(2, "select id from order_line where order_id = ?", 2, line))
                .map(load -> ids.of(List.of(LINES), load, Optional.of(OPEN)))
                .toList();
    }

    @Test
    void stays_when_an_entity_gets_another_attribute() {
        assertThat(oversized("select o1_0.id, o1_0.status from orders o1_0 where o1_0.status = ?"))
                .isEqualTo(oversized("select o1_0.id, o1_0.note, o1_0.status from orders o1_0 where o1_0.status = ?"))
                .isNotEqualTo(oversized("select o1_0.id, o1_0.status from orders o1_0 where o1_0.note = ?"));
    }

    private static String oversized(String sql) {
        return FindingIds.of(FindingKind.OVERSIZED_RESULT, List.of(), select(1, sql, 5_000, 39));
    }
}
