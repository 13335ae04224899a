package io.querybudget.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.warehouse.Meter;
import com.acme.warehouse.Pools;
import com.acme.warehouse.Stocktaking;
import com.acme.warehouse.Warehouse;
import io.querybudget.CallSite;
import io.querybudget.Recording;
import io.querybudget.recording.UnitOfWork.Kind;
import java.sql.Connection;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an application wraps around its data source is not what needs the rows. */
class OriginTests {

    private Pools pools;
    private DataSource measured;
    private SessionFactory sessions;

    /** Calls of an application. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    @BeforeEach
    void open() throws Exception {
        pools = new Pools();
        measured = Meter.on(pools.dataSource());
        sessions = Warehouse.sessionsBy(Map.of("hibernate.connection.datasource", measured));
    }

    @AfterEach
    void close() throws Exception {
        sessions.close();
        pools.close();
    }

    private static Recording recording(Work work) throws Exception {
        try (UnitScope scope = UnitScope.open(Kind.BLOCK, "a block")) {
            work.run();
            return scope.unit().recording();
        }
    }

    private static CallSite origin(Work work) throws Exception {
        Recording recording = recording(work);
        assertThat(recording.statements()).hasSize(1);
        return recording.statements().get(0).origin().orElseThrow();
    }

    @Test
    void a_query_of_hibernate_is_where_hibernate_is_called() throws Exception {
        try (Session session = sessions.openSession()) {
            assertThat(origin(() -> Stocktaking.aisles(session)).withoutLine())
                    .isEqualTo("com.acme.warehouse.Stocktaking.aisles");
        }
    }

    @Test
    void a_write_of_hibernate_is_where_the_transaction_ends() throws Exception {
        Stocktaking stocktaking = new Stocktaking(measured, sessions);

        assertThat(recording(stocktaking::renameAisles).statements())
                .hasSizeGreaterThan(1)
                .allSatisfy(statement -> assertThat(statement.callPath())
                        .first()
                        .extracting(CallSite::withoutLine)
                        .isIn("com.acme.warehouse.Stocktaking.aisles", "com.acme.warehouse.Stocktaking.renameAisles"));
    }

    @Test
    void a_query_of_a_stateless_session_is_where_hibernate_is_called() throws Exception {
        Stocktaking stocktaking = new Stocktaking(measured, sessions);

        assertThat(recording(stocktaking::forgetStatelessSession).statements())
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(statement.callPath())
                        .first()
                        .extracting(CallSite::withoutLine)
                        .isEqualTo("com.acme.warehouse.Stocktaking.forgetStatelessSession"));
    }

    @Test
    void a_connection_of_a_session_is_taken_where_hibernate_is_called() throws Exception {
        Stocktaking stocktaking = new Stocktaking(measured, sessions);

        assertThat(recording(stocktaking::countInSession).connections())
                .isNotEmpty()
                .allSatisfy(connection -> assertThat(connection.callPath())
                        .first()
                        .extracting(CallSite::withoutLine)
                        .isEqualTo("com.acme.warehouse.Stocktaking.aisles"));
    }

    @Test
    void a_statement_of_the_application_is_where_it_calls_the_wrapper_at_last() throws Exception {
        try (Connection connection = measured.getConnection()) {
            assertThat(recording(() -> Stocktaking.count(connection))
                            .statements()
                            .get(0)
                            .callPath())
                    .extracting(CallSite::withoutLine)
                    .contains("com.acme.warehouse.Stocktaking.count");
        }
    }
}
