package io.querybudget.detection;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.warehouse.Pools;
import com.acme.warehouse.Stocktaking;
import io.querybudget.Finding;
import io.querybudget.FindingKind;
import io.querybudget.Verdict;
import io.querybudget.jdbc.ObservedDataSource;
import io.querybudget.recording.Recorder;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NestedConnectionTests {

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

    private static void assertNested(String inner, String outer, Units.Work work) throws Exception {
        assertThat(findings(work)).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.LIKELY);
            assertThat(finding.origin().methodName()).isEqualTo(inner);
            assertThat(finding.fixHere().callSite().methodName()).isEqualTo(outer);
        });
    }

    private static List<Finding> findings(Units.Work work) throws Exception {
        return Units.findings(FindingKind.NESTED_CONNECTION, work);
    }

    @Test
    void a_connection_while_another_one_is_held() throws Exception {
        assertNested("countWithOwnConnection", "connectionInConnection", stocktaking::connectionInConnection);
    }

    @Test
    void a_connection_before_the_first_statement_of_another_one() throws Exception {
        assertNested(
                "countWithOwnConnection",
                "connectionBeforeFirstStatement",
                stocktaking::connectionBeforeFirstStatement);
    }

    @Test
    void a_session_in_a_session() throws Exception {
        assertNested("aisles", "aisles", stocktaking::sessionInSession);
    }

    @Test
    void a_transaction_in_a_transaction() throws Exception {
        assertNested("transactionInTransaction", "transactionInTransaction", stocktaking::transactionInTransaction);
    }

    @Test
    void a_connection_in_a_session() throws Exception {
        assertNested("countWithOwnConnection", "aisles", stocktaking::connectionInSession);
    }

    @Test
    void connections_one_after_the_other_are_no_finding() throws Exception {
        assertThat(findings(stocktaking::countTwice)).isEmpty();
    }

    @Test
    void connections_of_two_pools_are_no_finding() throws Exception {
        DataSource other = pools.otherDataSource();

        assertThat(findings(() -> stocktaking.connectionOf(other))).isEmpty();
    }

    @Test
    void connections_to_two_databases_behind_one_data_source_are_no_finding() throws Exception {
        try (Pools elsewhere = new Pools()) {
            AtomicInteger turn = new AtomicInteger();
            DataSource routing = (DataSource) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {DataSource.class},
                    (proxy, method, arguments) -> (turn.getAndIncrement() == 0 ? pools : elsewhere)
                            .pooled()
                            .getConnection());
            Stocktaking routed = new Stocktaking(ObservedDataSource.wrap(routing, "routing"), pools.sessions());

            assertThat(findings(routed::connectionInConnection)).isEmpty();
        }
    }

    @Test
    void the_connection_of_another_thread_is_no_finding() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        assertThat(findings(() -> {
                    var unit = Recorder.current().orElseThrow();
                    try (Connection connection = stocktaking.open()) {
                        Stocktaking.count(connection);
                        other.submit(unit.wrap(() -> {
                                    stocktaking.countWithOwnConnection();
                                    return null;
                                }))
                                .get();
                    }
                }))
                .isEmpty();
        other.shutdown();
    }

    @Test
    void what_surrounds_the_unit_is_no_finding() throws Exception {
        try (Session session = pools.sessions().openSession()) {
            Stocktaking.aisles(session);
            assertThat(findings(stocktaking::countInSession)).isEmpty();
        }
    }

    @Test
    void what_a_test_itself_holds_is_no_finding() throws Exception {
        assertThat(Units.findings("NestedConnectionTests > a_test()", FindingKind.NESTED_CONNECTION, () -> {
                    try (Connection connection = pools.dataSource().getConnection()) {
                        Stocktaking.count(connection);
                        stocktaking.countWithOwnConnection();
                    }
                }))
                .isEmpty();
    }

    @Test
    void two_handles_of_one_physical_connection_are_no_finding() throws Exception {
        try (Connection physical = pools.pooled().getConnection()) {
            DataSource shared = ObservedDataSource.wrap(sharing(physical), "shared");
            Stocktaking sharing = new Stocktaking(shared, pools.sessions());

            assertThat(findings(sharing::connectionInConnection)).isEmpty();
        }
    }

    /** {@return a data source whose connections are handles of one physical connection, as in a transaction of Spring} */
    private static DataSource sharing(Connection physical) {
        Connection handle = (Connection) Proxy.newProxyInstance(
                NestedConnectionTests.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(physical, arguments));
        return (DataSource) Proxy.newProxyInstance(
                NestedConnectionTests.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> method.getName().equals("getConnection") ? handle : null);
    }
}
