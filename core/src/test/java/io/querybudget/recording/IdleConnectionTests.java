package io.querybudget.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.warehouse.Pools;
import com.acme.warehouse.Stocktaking;
import io.querybudget.ConnectionFix;
import io.querybudget.Finding;
import io.querybudget.FindingKind;
import io.querybudget.Verdict;
import io.querybudget.detection.Detection;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The time of these units of work passes only when the test says so. */
class IdleConnectionTests {

    private static final Duration LONG = Duration.ofSeconds(2);

    private final AtomicLong now = new AtomicLong();
    private Pools pools;
    private Stocktaking stocktaking;

    /** Code that may fail. */
    private interface Work {
        void run() throws Exception;
    }

    @BeforeEach
    void open() throws SQLException {
        pools = new Pools();
        stocktaking = pools.stocktaking();
    }

    @AfterEach
    void close() throws SQLException {
        pools.close();
    }

    private void callSlowly() {
        now.addAndGet(LONG.toNanos());
    }

    private List<Finding> findings(Work work) throws Exception {
        return findings("GET /stock", work);
    }

    private List<Finding> findings(String name, Work work) throws Exception {
        return findings(UnitOfWork.Kind.REQUEST, name, work);
    }

    private List<Finding> findings(UnitOfWork.Kind kind, String name, Work work) throws Exception {
        UnitOfWork unit = new UnitOfWork(kind, name, null, now::get);
        try (UnitScope scope = UnitScope.open(unit)) {
            work.run();
        }
        return Detection.analyse(unit.recording()).findings().stream()
                .filter(finding -> finding.kind() == FindingKind.IDLE_CONNECTION)
                .toList();
    }

    private void assertIdle(String taker, int statements, Work work) throws Exception {
        assertThat(findings(work)).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.LIKELY);
            assertThat(finding.fix()).isEqualTo(new ConnectionFix.ReleaseConnection(LONG.toNanos()));
            assertThat(finding.fixHere().callSite().methodName()).isEqualTo(taker);
            assertThat(finding.statementIds()).hasSize(statements);
        });
    }

    @Test
    void a_slow_call_between_two_statements() throws Exception {
        assertIdle("around", 2, () -> stocktaking.around(this::callSlowly));
    }

    @Test
    void a_slow_call_after_the_last_statement() throws Exception {
        assertIdle("before", 1, () -> stocktaking.before(this::callSlowly));
    }

    @Test
    void a_slow_call_before_the_first_statement() throws Exception {
        assertIdle("after", 1, () -> stocktaking.after(this::callSlowly));
    }

    @Test
    void a_slow_call_in_the_transaction_of_a_session() throws Exception {
        assertIdle("aroundInSession", 2, () -> stocktaking.aroundInSession(this::callSlowly));
    }

    @Test
    void a_slow_call_while_a_session_holds_its_connection() throws Exception {
        assertIdle("aisles", 2, () -> stocktaking.aroundWithoutTransaction(this::callSlowly));
    }

    @Test
    void a_slow_call_without_a_connection_is_no_finding() throws Exception {
        assertThat(findings(() -> stocktaking.between(this::callSlowly))).isEmpty();
    }

    @Test
    void a_short_call_is_no_finding() throws Exception {
        assertThat(findings(() -> stocktaking.around(() -> now.addAndGet(1_000_000))))
                .isEmpty();
    }

    @Test
    void short_pauses_between_many_statements_are_no_finding() throws Exception {
        assertThat(findings(() -> {
                    try (Connection connection = stocktaking.open()) {
                        for (int i = 0; i < 10; i++) {
                            now.addAndGet(500_000_000);
                            Stocktaking.count(connection);
                        }
                    }
                }))
                .isEmpty();
    }

    @Test
    void a_slow_statement_is_no_finding() throws Exception {
        try (Connection physical = pools.pooled().getConnection()) {
            assertThat(findings(() -> {
                        ConnectionRecord connection = Recorder.connected("warehouse", physical);
                        connection.holds();
                        connection.begins(1);
                        callSlowly();
                        connection.ends();
                        connection.closes();
                    }))
                    .isEmpty();
        }
    }

    @Test
    void the_slow_reading_of_a_result_is_no_finding() throws Exception {
        assertThat(findings(() -> {
                    try (Connection connection = stocktaking.open();
                            var statement = connection.createStatement();
                            var result = statement.executeQuery("select id from Aisle")) {
                        while (result.next()) {
                            callSlowly();
                        }
                    }
                }))
                .isEmpty();
    }

    @Test
    void a_transaction_of_a_test_method_that_its_class_inherits_is_no_finding() throws Exception {
        Work work = () -> stocktaking.around(this::callSlowly);

        assertThat(findings("WinterStocktakingTests > around()", work)).isEmpty();
        assertThat(findings("WinterStocktakingTests > counts_all()", work)).hasSize(1);
    }

    @Test
    void a_connection_that_the_transaction_of_a_test_takes_late_is_no_finding() throws Exception {
        Map<String, String> late = Map.of("hibernate.connection.provider_disables_autocommit", "true");
        try (SessionFactory sessions = pools.sessions(late);
                Session session = sessions.openSession()) {
            session.beginTransaction();
            assertThat(findings(UnitOfWork.Kind.BLOCK, "a block", () -> {
                        Stocktaking.aisles(session);
                        callSlowly();
                        Stocktaking.aisles(session);
                    }))
                    .isEmpty();
            session.getTransaction().rollback();
        }
    }

    @Test
    void a_slow_call_in_a_transaction_of_the_application_on_the_session_of_a_test() throws Exception {
        try (Session session = pools.sessions().openSession()) {
            assertThat(findings(UnitOfWork.Kind.BLOCK, "a block", () -> Stocktaking.around(session, this::callSlowly)))
                    .hasSize(1);
        }
    }

    @Test
    void a_connection_from_outside_is_no_finding() throws Exception {
        try (Session session = pools.sessions().openSession()) {
            Stocktaking.aisles(session);
            assertThat(findings(() -> {
                        callSlowly();
                        Stocktaking.aisles(session);
                    }))
                    .isEmpty();
        }
    }
}
