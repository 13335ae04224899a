package io.querybudget.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.acme.warehouse.Aisle;
import com.acme.warehouse.Shelf;
import com.acme.warehouse.Warehouse;
import io.querybudget.Association;
import io.querybudget.SessionFlush;
import io.querybudget.recording.PendingWrites;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlushTests {

    private Warehouse warehouse;
    private SessionFactory sessions;
    private Session session;

    @BeforeEach
    void open() throws SQLException {
        warehouse = Warehouse.open();
        sessions = warehouse.sessions();
        session = sessions.openSession();
        session.beginTransaction();
    }

    @AfterEach
    void close() throws SQLException {
        session.getTransaction().rollback();
        session.close();
        sessions.close();
        warehouse.close();
    }

    private static List<SessionFlush> flushes(Runnable work) {
        return Blocks.record(work).sessions().flushes();
    }

    private List<Aisle> aisles() {
        return session.createQuery("from Aisle", Aisle.class).getResultList();
    }

    @Test
    void tells_how_many_entities_were_compared() {
        List<SessionFlush> flushes = flushes(() -> {
            aisles();
            session.flush();
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

        assertThat(flushes(session::flush)).extracting(SessionFlush::entities).containsExactly(0);
        assertThat(flushes(() -> {
                    session.persist(new Aisle(3));
                    session.flush();
                }))
                .extracting(SessionFlush::entities)
                .containsExactly(1);
    }

    private Map<String, Integer> mostCompared(Runnable work) {
        return Blocks.record(() -> {
                    work.run();
                    session.flush();
                })
                .sessions()
                .mostCompared()
                .values()
                .stream()
                .flatMap(compared -> compared.byType().entrySet().stream())
                .collect(Collectors.toMap(type -> Association.simpleName(type.getKey()), Map.Entry::getValue));
    }

    private List<Shelf> shelves() {
        return session.createQuery("from Shelf", Shelf.class).getResultList();
    }

    @Test
    void tells_how_many_entities_of_each_type_were_compared() {
        assertThat(mostCompared(() -> {
                    aisles();
                    shelves();
                    session.persist(new Aisle(3));
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
        assertThat(mostCompared(() -> session.remove(shelves().get(0)))).containsOnly(entry("Shelf", 4));
        assertThat(mostCompared(() -> {
                    session.clear();
                    session.remove(shelves().get(0));
                    session.flush();
                    session.persist(new Shelf(100, session.find(Aisle.class, 1L)));
                    session.persist(new Shelf(101, session.find(Aisle.class, 1L)));
                }))
                .containsOnly(entry("Aisle", 1), entry("Shelf", 4));
    }

    @Test
    void leaves_out_entities_that_the_session_forgot() {
        assertThat(mostCompared(() -> {
                    shelves();
                    session.clear();
                    session.detach(aisles().get(0));
                }))
                .containsOnly(entry("Aisle", 1));
    }

    @Test
    void counts_an_entity_that_is_refreshed_once() {
        assertThat(mostCompared(() -> session.refresh(aisles().get(0)))).containsEntry("Aisle", 2);
    }

    @Test
    void leaves_out_entities_that_are_read_only() {
        assertThat(mostCompared(() -> {
                    Aisle first = aisles().get(0);
                    session.setReadOnly(first, true);
                    for (int i = 100; i < 200; i++) {
                        session.persist(new Shelf(i, first));
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
