package io.querybudget.detection;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.warehouse.Pools;
import com.acme.warehouse.Stocktaking;
import io.querybudget.ConnectionFix;
import io.querybudget.Finding;
import io.querybudget.FindingKind;
import io.querybudget.Verdict;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeparateReadsTests {

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

    private static List<Finding> inTest(Units.Work work) throws Exception {
        return Units.findings("SeparateReadsTests > a_test()", FindingKind.SEPARATE_READS, work);
    }

    @Test
    void names_the_method_that_makes_the_reads() throws Exception {
        assertThat(inTest(stocktaking::countByOwnConnections)).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.INFO);
            assertThat(finding.statementIds()).hasSize(2);
            assertThat(finding.origin().methodName()).isEqualTo("countByOwnConnections");
            assertThat(finding.fix()).isEqualTo(new ConnectionFix.ReadInTransaction(1));
        });
    }

    @Test
    void methods_that_a_test_calls_in_turn_are_no_finding() throws Exception {
        assertThat(inTest(() -> {
                    stocktaking.countWithOwnConnection();
                    stocktaking.countWithOwnConnection();
                }))
                .isEmpty();
    }

    @Test
    void a_method_that_a_test_calls_in_a_loop_is_no_finding() throws Exception {
        assertThat(inTest(() -> {
                    for (int i = 0; i < 3; i++) {
                        stocktaking.countWithOwnConnection();
                    }
                }))
                .isEmpty();
    }

    /** The stack of a loop is the same, whether it stands in the test or in the method. */
    @Test
    void a_loop_is_a_finding_of_a_request_only() throws Exception {
        assertThat(inTest(stocktaking::countTwice)).isEmpty();
        assertThat(Units.findings(FindingKind.SEPARATE_READS, stocktaking::countTwice))
                .hasSize(1);
    }
}
