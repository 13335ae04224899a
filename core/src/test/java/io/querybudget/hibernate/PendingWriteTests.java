package io.querybudget.hibernate;

import static io.querybudget.hibernate.Blocks.onlyStatement;
import static io.querybudget.hibernate.Blocks.statements;
import static org.assertj.core.api.Assertions.assertThat;

import com.acme.warehouse.Aisle;
import com.acme.warehouse.Warehouse;
import io.querybudget.ExecutedStatement;
import io.querybudget.StatementKind;
import io.querybudget.recording.PendingWrites;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PendingWriteTests {

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

    private void change() {
        session.find(Aisle.class, 1L).rename("new name");
    }

    @Test
    void writes_changes_of_this_thread() {
        change();

        ExecutedStatement executed =
                onlyStatement(() -> assertThat(PendingWrites.flush()).isEmpty());

        assertThat(executed.kind()).isEqualTo(StatementKind.UPDATE);
    }

    @Test
    void writes_new_entities_of_a_session_that_loaded_nothing() {
        session.persist(new Aisle(3));

        ExecutedStatement executed =
                onlyStatement(() -> assertThat(PendingWrites.flush()).isEmpty());

        assertThat(executed.kind()).isEqualTo(StatementKind.INSERT);
    }

    @Test
    void returns_the_message_of_a_flush_that_fails() {
        session.persist(new Aisle(1));

        statements(() -> assertThat(PendingWrites.flush())
                .singleElement()
                .satisfies(message -> assertThat(message).contains("insert into Aisle")));
    }

    @Test
    void empties_sessions_after_writing_them_out() {
        Aisle aisle = session.find(Aisle.class, 1L);
        change();

        ExecutedStatement executed =
                onlyStatement(() -> assertThat(PendingWrites.flushAndClear()).isEmpty());

        assertThat(executed.kind()).isEqualTo(StatementKind.UPDATE);
        assertThat(session.contains(aisle)).isFalse();
    }

    @Test
    void leaves_a_session_full_whose_changes_nothing_will_write() {
        session.setHibernateFlushMode(FlushMode.MANUAL);
        Aisle aisle = session.find(Aisle.class, 1L);
        change();

        assertThat(PendingWrites.flushAndClear())
                .containsExactly("IllegalStateException: a session holds changes that no transaction will flush");
        assertThat(session.contains(aisle)).isTrue();
    }

    @Test
    void leaves_a_session_alone_that_another_thread_uses() {
        session.find(Aisle.class, 1L);
        CompletableFuture.runAsync(this::change).join();

        assertThat(statements(() -> assertThat(PendingWrites.flush()).isEmpty()))
                .isEmpty();
    }

    @Test
    void leaves_a_session_alone_that_flushes_only_when_told() {
        session.setHibernateFlushMode(FlushMode.MANUAL);
        change();

        assertThat(statements(PendingWrites::flush)).isEmpty();
    }

    @Test
    void leaves_a_session_alone_that_flushes_only_at_the_commit() {
        session.setHibernateFlushMode(FlushMode.COMMIT);
        change();

        assertThat(statements(PendingWrites::flush)).isEmpty();
    }

    @Test
    void leaves_a_session_alone_whose_transaction_will_be_rolled_back() {
        change();
        session.getTransaction().setRollbackOnly();

        assertThat(statements(PendingWrites::flush)).isEmpty();
    }

    @Test
    void leaves_a_session_alone_that_has_no_transaction() {
        try (Session other = sessions.openSession()) {
            other.find(Aisle.class, 1L).rename("new name");

            assertThat(statements(PendingWrites::flush)).isEmpty();
        }
    }

    @Test
    void leaves_a_closed_session_alone() {
        Session other = sessions.openSession();
        other.find(Aisle.class, 1L).rename("new name");
        other.close();

        List<ExecutedStatement> executed =
                statements(() -> assertThat(PendingWrites.flush()).isEmpty());

        assertThat(executed).isEmpty();
    }
}
