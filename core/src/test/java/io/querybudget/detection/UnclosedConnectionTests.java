package io.querybudget.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.warehouse.Pools;
import com.acme.warehouse.Stocktaking;
import io.querybudget.Finding;
import io.querybudget.FindingKind;
import io.querybudget.Fix;
import io.querybudget.Verdict;
import io.querybudget.recording.Recorder;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

    private static void assertIsNotClosed(String method, boolean isOfSession, int connections, Units.Work work)
            throws Exception {
        assertThat(findings(work)).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.PROVEN);
            assertThat(finding.origin()).hasToString(finding.fixHere().toString());
            assertThat(finding.origin().methodName()).isEqualTo(method);
            assertThat(finding.fix()).isEqualTo(new Fix.CloseConnections(connections, isOfSession));
        });
    }

    private static ListAssert<Finding> assertFound(Units.Work work) throws Exception {
        return assertThat(findings(work));
    }

    private static List<Finding> findings(Units.Work work) throws Exception {
        return Units.findings(FindingKind.UNCLOSED_CONNECTION, work);
    }

    @Test
    void a_connection_that_is_never_closed() throws Exception {
        assertIsNotClosed("forgetConnection", false, 1, stocktaking::forgetConnection);
    }

    @Test
    void a_connection_that_executed_nothing() throws Exception {
        assertIsNotClosed("forgetUnusedConnection", false, 1, stocktaking::forgetUnusedConnection);
    }

    @Test
    void a_connection_that_an_exception_leaves_open() throws Exception {
        assertIsNotClosed(
                "forgetConnectionOnFailure",
                false,
                1,
                () -> assertThatThrownBy(stocktaking::forgetConnectionOnFailure).isInstanceOf(SQLException.class));
    }

    @Test
    void connections_of_one_line_are_one_finding() throws Exception {
        assertIsNotClosed("forgetConnection", false, 3, () -> {
            for (int i = 0; i < 3; i++) {
                stocktaking.forgetConnection();
            }
        });
    }

    @Test
    void a_session_that_is_never_closed() throws Exception {
        assertIsNotClosed("forgetSession", true, 1, stocktaking::forgetSession);
    }

    @Test
    void a_stateless_session_that_is_never_closed() throws Exception {
        assertIsNotClosed("forgetStatelessSession", true, 1, stocktaking::forgetStatelessSession);
    }

    @Test
    void a_session_whose_transaction_never_ends() throws Exception {
        assertIsNotClosed("forgetSessionInTransaction", true, 1, stocktaking::forgetSessionInTransaction);
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
        try (UnitScope unit = UnitScope.open(UnitOfWork.Kind.REQUEST, "GET /stock");
                UnitScope block = UnitScope.open(UnitOfWork.Kind.BLOCK, "block")) {
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
