package io.querybudget;

import static io.querybudget.Limits.limits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LimitsTests {

    @Test
    void keep_the_order_in_which_they_were_given() {
        assertThat(limits().rows(50).selects(1).statements(2).numbers().keySet())
                .extracting(Measure::toString)
                .containsExactly("rows", "selects", "statements");
    }

    @Test
    void a_later_limit_on_the_same_thing_replaces_the_earlier_one() {
        assertThat(limits().selects(1).selectsFrom("orders", 5).selects(2).numbers())
                .hasSize(2)
                .containsEntry(Measure.of(Quantity.SELECTS), 2L);
    }

    @Test
    void refuse_a_negative_number_and_name_it() {
        assertThatThrownBy(() -> limits().statements(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("statements = -1 is negative; the least is 0");
        assertThatThrownBy(() -> limits().selectsFrom(String.class, -2))
                .hasMessage("selects of String = -2 is negative; the least is 0");
    }

    @Test
    void are_restricted_to_a_data_source_where_that_is_known() {
        assertThat(limits().on("reporting", limits().selects(2).rows(9))
                        .numbers()
                        .keySet())
                .extracting(Measure::toString)
                .containsExactly("selects on reporting", "rows on reporting");
        assertThatThrownBy(() -> limits().on("reporting", limits().cacheHits(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cacheHits cannot be counted on the data source reporting");
        assertThatThrownBy(() -> limits().on("reporting", limits().on("main", limits().selects(1))))
                .hasMessage("selects on main cannot be counted on the data source reporting");
    }

    @Test
    void of_a_zone_without_sql_name_each_kind_that_is_in_no_total() {
        assertThat(Limits.none().numbers().keySet())
                .extracting(Measure::toString)
                .containsExactly("statements", "definitions", "sessionControls");
    }
}
