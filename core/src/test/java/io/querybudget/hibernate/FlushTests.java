package io.querybudget.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.acme.warehouse.Aisle;
import com.acme.warehouse.Shelf;
import io.querybudget.Association;
import io.querybudget.SessionFlush;
import io.querybudget.recording.PendingWrites;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FlushTests {

    @RegisterExtension
    final WarehouseSession warehouse = new WarehouseSession();

    private static List<SessionFlush> flushes(Runnable work) {
        return Blocks.record(work).sessions().flushes();
    }

    private List<Aisle> aisles() {
        return warehouse.session().createQuery("from Aisle", Aisle.class).getResultList();
    }

    @Test
    void tells_how_many_entities_were_compared() {
        List<SessionFlush> flushes = flushes(() -> {
            aisles();
            warehouse.session().flush();
        });

        assertThat(flushes).last().satisfies(flush -> {
            assertThat(flush.entities()).isEqualTo(2);
            assertThat(flush.isAutomatic()).isFalse();
        });
    }

    @Test
    void tells_that_a_query_flushed() {
        List<SessionFlush> flushes = flushes(() -> {
            aisles();
            aisles();
        });

        assertThat(flushes).last().satisfies(flush -> {
            assertThat(flush.entities()).isEqualTo(2);
            assertThat(flush.isAutomatic()).isTrue();
        });
    }

    @Test
    void counts_the_entities_that_came_in_the_unit_of_work_only() {
        aisles();

        assertThat(flushes(warehouse.session()::flush))
                .extracting(SessionFlush::entities)
                .containsExactly(0);
        assertThat(flushes(() -> {
                    warehouse.session().persist(new Aisle(3));
                    warehouse.session().flush();
                }))
                .extracting(SessionFlush::entities)
                .containsExactly(1);
    }

    private Map<String, Integer> mostCompared(Runnable work) {
        return Blocks.record(() -> {
                    work.run();
                    warehouse.session().flush();
                })
                .sessions()
                .mostCompared()
                .values()
                .stream()
                .flatMap(compared -> compared.byType().entrySet().stream())
                .collect(Collectors.toMap(type -> Association.simpleName(type.getKey()), Map.Entry::getValue));
    }

    private List<Shelf> shelves() {
        return warehouse.session().createQuery("from Shelf", Shelf.class).getResultList();
    }

    @Test
    void tells_how_many_entities_of_each_type_were_compared() {
        assertThat(mostCompared(() -> {
                    aisles();
                    shelves();
                    warehouse.session().persist(new Aisle(3));
                }))
                .containsOnly(entry("Aisle", 3), entry("Shelf", 4));
    }

    @Test
    void leaves_out_types_of_entities_that_came_before_the_unit_of_work() {
        shelves();

        assertThat(mostCompared(this::aisles)).containsOnlyKeys("Aisle");
    }

    @Test
    void counts_what_a_flush_deletes_for_that_flush_only() {
        assertThat(mostCompared(() -> warehouse.session().remove(shelves().get(0))))
                .containsOnly(entry("Shelf", 4));
        assertThat(mostCompared(() -> {
                    warehouse.session().clear();
                    warehouse.session().remove(shelves().get(0));
                    warehouse.session().flush();
                    warehouse
                            .session()
                            .persist(new Shelf(100, warehouse.session().find(Aisle.class, 1L)));
                    warehouse
                            .session()
                            .persist(new Shelf(101, warehouse.session().find(Aisle.class, 1L)));
                }))
                .containsOnly(entry("Aisle", 1), entry("Shelf", 4));
    }

    @Test
    void leaves_out_entities_that_the_session_forgot() {
        assertThat(mostCompared(() -> {
                    shelves();
                    warehouse.session().clear();
                    warehouse.session().detach(aisles().get(0));
                }))
                .containsOnly(entry("Aisle", 1));
    }

    @Test
    void counts_an_entity_that_is_refreshed_once() {
        assertThat(mostCompared(() -> warehouse.session().refresh(aisles().get(0))))
                .containsEntry("Aisle", 2);
    }

    @Test
    void leaves_out_entities_that_are_read_only() {
        assertThat(mostCompared(() -> {
                    Aisle first = aisles().get(0);
                    warehouse.session().setReadOnly(first, true);
                    for (int i = 100; i < 200; i++) {
                        warehouse.session().persist(new Shelf(i, first));
                    }
                }))
                .containsOnly(entry("Aisle", 1), entry("Shelf", 100));
    }

    @Test
    void leaves_out_what_the_application_did_not_flush() {
        assertThat(flushes(() -> {
                    aisles();
                    PendingWrites.flush();
                }))
                .allMatch(SessionFlush::isAutomatic);
    }
}
