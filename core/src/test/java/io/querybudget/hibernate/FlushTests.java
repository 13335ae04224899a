package io.querybudget.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.warehouse.Aisle;
import com.acme.warehouse.Warehouse;
import io.querybudget.SessionFlush;
import io.querybudget.recording.PendingWrites;
import java.sql.SQLException;
import java.util.List;
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

    @Test
    void leaves_out_what_the_application_did_not_flush() {
        assertThat(flushes(() -> {
                    aisles();
                    PendingWrites.flush();
                }))
                .allMatch(SessionFlush::isAutomatic);
    }
}
