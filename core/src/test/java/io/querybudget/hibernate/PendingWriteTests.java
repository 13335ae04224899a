package io.querybudget.hibernate;

import static io.querybudget.hibernate.Blocks.onlyStatement;
import static io.querybudget.hibernate.Blocks.statements;
import static org.assertj.core.api.Assertions.assertThat;

import com.acme.warehouse.Aisle;
import io.querybudget.ExecutedStatement;
import io.querybudget.StatementKind;
import io.querybudget.recording.PendingWrites;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PendingWriteTests {

    @RegisterExtension
    final WarehouseSession warehouse = new WarehouseSession();

    private void change() {
        warehouse.session().find(Aisle.class, 1L).rename("new name");
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
        warehouse.session().persist(new Aisle(3));

        ExecutedStatement executed =
                onlyStatement(() -> assertThat(PendingWrites.flush()).isEmpty());

        assertThat(executed.kind()).isEqualTo(StatementKind.INSERT);
    }

    @Test
    void returns_the_message_of_a_flush_that_fails() {
        warehouse.session().persist(new Aisle(1));

        statements(() -> assertThat(PendingWrites.flush())
                .singleElement()
                .satisfies(message -> assertThat(message).contains("insert into Aisle")));
    }

    @Test
    void empties_sessions_after_writing_them_out() {
        Aisle aisle = warehouse.session().find(Aisle.class, 1L);
        change();

        ExecutedStatement executed =
                onlyStatement(() -> assertThat(PendingWrites.flushAndClear()).isEmpty());

        assertThat(executed.kind()).isEqualTo(StatementKind.UPDATE);
        assertThat(warehouse.session().contains(aisle)).isFalse();
    }

    @Test
    void leaves_a_session_full_whose_changes_nothing_will_write() {
        warehouse.session().setHibernateFlushMode(FlushMode.MANUAL);
        Aisle aisle = warehouse.session().find(Aisle.class, 1L);
        change();

        assertThat(PendingWrites.flushAndClear())
                .containsExactly("IllegalStateException: a session holds changes that no transaction will flush");
        assertThat(warehouse.session().contains(aisle)).isTrue();
    }

    @Test
    void leaves_a_session_alone_that_another_thread_uses() {
        warehouse.session().find(Aisle.class, 1L);
        CompletableFuture.runAsync(this::change).join();

        assertThat(statements(() -> assertThat(PendingWrites.flush()).isEmpty()))
                .isEmpty();
    }

    @Test
    void leaves_a_session_alone_that_flushes_only_when_told() {
        warehouse.session().setHibernateFlushMode(FlushMode.MANUAL);
        change();

        assertThat(statements(PendingWrites::flush)).isEmpty();
    }

    @Test
    void leaves_a_session_alone_that_flushes_only_at_the_commit() {
        warehouse.session().setHibernateFlushMode(FlushMode.COMMIT);
        change();

        assertThat(statements(PendingWrites::flush)).isEmpty();
    }

    @Test
    void leaves_a_session_alone_whose_transaction_will_be_rolled_back() {
        change();
        warehouse.session().getTransaction().setRollbackOnly();

        assertThat(statements(PendingWrites::flush)).isEmpty();
    }

    @Test
    void leaves_a_session_alone_that_has_no_transaction() {
        try (Session other = warehouse.sessions().openSession()) {
            other.find(Aisle.class, 1L).rename("new name");

            assertThat(statements(PendingWrites::flush)).isEmpty();
        }
    }

    @Test
    void leaves_a_closed_session_alone() {
        Session other = warehouse.sessions().openSession();
        other.find(Aisle.class, 1L).rename("new name");
        other.close();

        List<ExecutedStatement> executed =
                statements(() -> assertThat(PendingWrites.flush()).isEmpty());

        assertThat(executed).isEmpty();
    }
}
