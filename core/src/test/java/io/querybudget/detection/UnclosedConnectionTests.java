package io.querybudget.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.warehouse.Pools;
import com.acme.warehouse.Stocktaking;
import io.querybudget.ConnectionFix;
import io.querybudget.Finding;
import io.querybudget.FindingKind;
import io.querybudget.Garbage;
import io.querybudget.Verdict;
import io.querybudget.jdbc.ConnectionObserver;
import io.querybudget.recording.Recorder;
import io.querybudget.recording.StandingClock;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ListAssert;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnclosedConnectionTests {

    private Pools pools;
    private Stocktaking stocktaking;

    @BeforeEach
    void open() throws SQLException {
        pools = new Pools();
        stocktaking = pools.stocktaking();
    }

    @AfterEach
    void close() throws SQLException {
        pools.close();
    }

    private static void assertIsLost(String method, boolean isOfSession, int connections, Units.Work work)
            throws Exception {
        assertIsFound(Verdict.PROVEN, method, isOfSession, connections, work);
    }

    private static void assertIsFound(
            Verdict verdict, String method, boolean isOfSession, int connections, Units.Work work) throws Exception {
        assertThat(findings(work)).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(verdict);
            assertThat(finding.origin()).hasToString(finding.fixHere().toString());
            assertThat(finding.origin().methodName()).isEqualTo(method);
            assertThat(finding.fix()).isEqualTo(new ConnectionFix.CloseConnections(connections, isOfSession));
        });
    }

    private static ListAssert<Finding> assertFound(Units.Work work) throws Exception {
        return assertThat(findings(work));
    }

    private static List<Finding> findings(Units.Work work) throws Exception {
        return Units.findings(FindingKind.UNCLOSED_CONNECTION, () -> {
            work.run();
            Garbage.collect();
        });
    }

    @Test
    void a_connection_that_is_never_closed() throws Exception {
        assertIsLost("forgetConnection", false, 1, stocktaking::forgetConnection);
    }

    @Test
    void a_connection_that_executed_nothing() throws Exception {
        assertIsLost("forgetUnusedConnection", false, 1, stocktaking::forgetUnusedConnection);
    }

    @Test
    void a_connection_that_an_exception_leaves_open() throws Exception {
        assertIsLost(
                "forgetConnectionOnFailure",
                false,
                1,
                () -> assertThatThrownBy(stocktaking::forgetConnectionOnFailure).isInstanceOf(SQLException.class));
    }

    @Test
    void connections_of_one_line_are_one_finding() throws Exception {
        assertIsLost("forgetConnection", false, 3, () -> {
            for (int i = 0; i < 3; i++) {
                stocktaking.forgetConnection();
            }
        });
    }

    @Test
    void a_session_that_is_never_closed() throws Exception {
        assertIsLost("forgetSession", true, 1, stocktaking::forgetSession);
    }

    @Test
    void a_stateless_session_that_is_never_closed() throws Exception {
        assertIsLost("forgetStatelessSession", true, 1, stocktaking::forgetStatelessSession);
    }

    @Test
    void a_session_whose_transaction_never_ends() throws Exception {
        assertIsLost("forgetSessionInTransaction", true, 1, stocktaking::forgetSessionInTransaction);
    }

    @Test
    void a_connection_that_something_refers_to_may_be_closed_later() throws Exception {
        List<Connection> kept = new ArrayList<>();
        assertIsFound(Verdict.LIKELY, "open", false, 2, () -> {
            kept.add(stocktaking.open());
            kept.add(stocktaking.open());
        });
        kept.forEach(connection -> assertThat(connection).isNotNull());
    }

    @Test
    void a_session_that_something_refers_to_may_be_closed_later() throws Exception {
        AtomicReference<Session> kept = new AtomicReference<>();
        assertIsFound(Verdict.LIKELY, "openSession", true, 1, () -> kept.set(stocktaking.openSession()));
        assertThat(kept.get().isOpen()).isTrue();
    }

    @Test
    void a_connection_whose_statement_is_kept_may_be_closed_later() throws Exception {
        AtomicReference<Statement> kept = new AtomicReference<>();
        assertIsFound(
                Verdict.LIKELY,
                "open",
                false,
                1,
                () -> kept.set(stocktaking.open().createStatement()));
        assertThat(kept.get().getConnection().isClosed()).isFalse();
    }

    @Test
    void a_connection_that_is_kept_unwrapped_may_be_closed_later() throws Exception {
        AtomicReference<Connection> kept = new AtomicReference<>();
        assertIsFound(Verdict.LIKELY, "open", false, 1, () -> kept.set(ConnectionObserver.unwrap(stocktaking.open())));
        assertThat(kept.get().isClosed()).isFalse();
    }

    @Test
    void of_several_connections_of_one_line_the_lost_ones_are_proven() throws Exception {
        AtomicReference<Connection> kept = new AtomicReference<>();
        assertIsLost("open", false, 2, () -> {
            stocktaking.open();
            kept.set(stocktaking.open());
            stocktaking.open();
        });
        assertThat(kept.get().isClosed()).isFalse();
    }

    @Test
    void connections_that_are_closed_are_no_finding() throws Exception {
        assertFound(stocktaking::countTwice).isEmpty();
    }

    @Test
    void sessions_that_are_closed_are_no_finding() throws Exception {
        assertFound(stocktaking::countInSession).isEmpty();
    }

    @Test
    void a_session_from_outside_may_keep_the_connection_that_it_takes() throws Exception {
        try (Session session = pools.sessions().openSession()) {
            assertFound(() -> Stocktaking.aisles(session)).isEmpty();
        }
    }

    @Test
    void a_connection_from_outside_may_stay_open() throws Exception {
        try (Connection connection = stocktaking.open()) {
            assertFound(() -> Stocktaking.count(connection)).isEmpty();
        }
    }

    @Test
    void a_connection_may_be_closed_by_another_thread() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        assertFound(() -> {
                    Connection connection = stocktaking.open();
                    other.submit(() -> {
                                connection.close();
                                return null;
                            })
                            .get();
                })
                .isEmpty();
        other.shutdown();
    }

    @Test
    void a_session_that_gives_its_connection_back_may_stay_open() throws Exception {
        Map<String, String> settings =
                Map.of("hibernate.connection.handling_mode", "DELAYED_ACQUISITION_AND_RELEASE_AFTER_TRANSACTION");
        try (SessionFactory sessions = pools.sessions(settings)) {
            assertFound(() -> {
                        Session session = sessions.openSession();
                        session.beginTransaction();
                        Stocktaking.aisles(session);
                        session.getTransaction().commit();
                    })
                    .isEmpty();
        }
    }

    @Test
    void what_a_test_itself_opens_may_be_closed_after_its_method() throws Exception {
        assertThat(Units.findings("UnclosedConnectionTests > a_test()", FindingKind.UNCLOSED_CONNECTION, () -> {
                    Session session = pools.sessions().openSession();
                    Stocktaking.aisles(session);
                    Stocktaking.count(pools.dataSource().getConnection());
                }))
                .isEmpty();
    }

    @Test
    void the_end_of_a_block_is_no_reason_to_close() throws Exception {
        try (UnitScope unit = StandingClock.open(UnitOfWork.Kind.REQUEST, "GET /stock");
                UnitScope block = StandingClock.open(UnitOfWork.Kind.BLOCK, "block")) {
            try (Connection connection = stocktaking.open()) {
                assertThat(Detection.analyse(block.unit().recording()).findings())
                        .isEmpty();
                assertThat(Detection.analyse(unit.unit().recording()).findings())
                        .hasSize(1);
            }
            assertThat(Detection.analyse(unit.unit().recording()).findings()).isEmpty();
        }
    }

    @Test
    void a_thread_that_goes_on_after_the_unit_may_keep_its_connection() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        assertFound(() -> {
                    UnitOfWork unit = Recorder.current().orElseThrow();
                    other.submit(unit.wrap(stocktaking::open)).get();
                })
                .isEmpty();
        other.shutdown();
    }
}
