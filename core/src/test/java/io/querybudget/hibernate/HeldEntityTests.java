package io.querybudget.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.warehouse.Aisle;
import com.acme.warehouse.Shelf;
import io.querybudget.Unexercised;
import io.querybudget.Unexercised.Reason;
import io.querybudget.detection.Detection;
import io.querybudget.recording.StandingClock;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HeldEntityTests {

    @RegisterExtension
    final WarehouseSession warehouse = new WarehouseSession();

    private void persistAisles() {
        for (long id = 3; id <= 5; id++) {
            Aisle aisle = new Aisle(id);
            warehouse.session().persist(aisle);
            warehouse.session().persist(new Shelf(id * 10, aisle));
        }
        warehouse.session().flush();
    }

    private static List<Unexercised> unexercised(Runnable body) {
        try (UnitScope scope = StandingClock.open(UnitOfWork.Kind.BLOCK, "HeldEntityTests")) {
            body.run();
            return Detection.analyse(scope.unit().recording()).unexercised();
        }
    }

    private List<Aisle> aisles() {
        return warehouse
                .session()
                .createQuery("from Aisle a order by a.id", Aisle.class)
                .getResultList();
    }

    @Test
    void a_query_for_entities_that_were_persisted_before_shows_nothing() {
        persistAisles();

        assertThat(unexercised(this::aisles)).contains(new Unexercised("Aisle", Reason.HELD_BEFORE, 3));
    }

    @Test
    void a_find_of_an_entity_that_was_persisted_before_shows_nothing() {
        persistAisles();

        assertThat(unexercised(() -> warehouse.session().find(Aisle.class, 3L)))
                .containsExactly(new Unexercised("Aisle", Reason.HELD_BEFORE, 1));
    }

    @Test
    void an_entity_that_was_merged_as_a_new_one_counts_as_persisted() {
        warehouse.session().merge(new Aisle(3));
        warehouse.session().flush();

        assertThat(unexercised(() -> warehouse.session().find(Aisle.class, 3L)))
                .containsExactly(new Unexercised("Aisle", Reason.HELD_BEFORE, 1));
    }

    @Test
    void clearing_the_session_lets_the_call_show_what_it_costs() {
        persistAisles();
        warehouse.session().clear();

        assertThat(unexercised(() -> {
                    aisles();
                    warehouse.session().find(Aisle.class, 3L);
                }))
                .isEmpty();
    }

    @Test
    void what_the_unit_of_work_persists_itself_is_its_own_affair() {
        assertThat(unexercised(() -> {
                    persistAisles();
                    warehouse.session().find(Aisle.class, 3L);
                    aisles();
                }))
                .extracting(Unexercised::reason)
                .containsExactly(Reason.ALREADY_MANAGED);
    }

    @Test
    void a_reference_to_an_entity_that_was_persisted_before_costs_nothing_anyway() {
        persistAisles();

        assertThat(unexercised(() -> warehouse.session().getReference(Aisle.class, 3L)))
                .isEmpty();
    }

    @Test
    void an_entity_that_was_refreshed_has_been_read() {
        Aisle aisle = new Aisle(3);
        warehouse.session().persist(aisle);
        warehouse.session().flush();
        warehouse.session().refresh(aisle);

        assertThat(unexercised(() -> warehouse.session().find(Aisle.class, 3L))).isEmpty();
    }
}
