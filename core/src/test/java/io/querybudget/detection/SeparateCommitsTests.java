package io.querybudget.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.warehouse.Pools;
import com.acme.warehouse.Stocktaking;
import io.querybudget.Finding;
import io.querybudget.FindingKind;
import io.querybudget.Verdict;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeparateCommitsTests {

    private static final String RENAME = "update Aisle set name = 'north' where id = 1";
    private static final String RENAME_OTHER = "update Aisle set name = 'south' where id = 2";
    private static final String ADD = "insert into Robot (id) values (9)";
    private static final String REMOVE = "delete from Robot where id = 9";

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

    private static void assertSeparate(int writes, Units.Work work) throws Exception {
        assertThat(findings(work)).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.LIKELY);
            assertThat(finding.statementIds()).hasSize(writes);
            assertThat(finding.origin().methodName()).isEqualTo("run");
        });
    }

    private static List<Finding> findings(Units.Work work) throws Exception {
        return Units.findings(FindingKind.SEPARATE_COMMITS, work);
    }

    @Test
    void writes_by_one_connection_without_transaction() throws Exception {
        assertSeparate(2, () -> stocktaking.writeByOneConnection(RENAME, RENAME_OTHER));
    }

    @Test
    void writes_by_a_connection_each() throws Exception {
        assertSeparate(2, () -> stocktaking.writeByOwnConnections(RENAME, RENAME_OTHER));
    }

    @Test
    void an_insert_and_a_delete() throws Exception {
        assertSeparate(2, () -> stocktaking.writeByOneConnection(ADD, REMOVE));
    }

    @Test
    void many_writes_are_one_finding() throws Exception {
        assertSeparate(4, () -> stocktaking.writeByOwnConnections(ADD, RENAME, RENAME_OTHER, REMOVE));
    }

    @Test
    void writes_after_a_transaction() throws Exception {
        assertSeparate(2, () -> {
            stocktaking.writeInTransaction(ADD);
            stocktaking.writeByOneConnection(RENAME, REMOVE);
        });
    }

    @Test
    void writes_of_one_transaction_are_no_finding() throws Exception {
        assertThat(findings(() -> stocktaking.writeInTransaction(RENAME, RENAME_OTHER)))
                .isEmpty();
    }

    @Test
    void writes_of_several_transactions_are_no_finding() throws Exception {
        assertThat(findings(() -> {
                    stocktaking.writeInTransaction(RENAME);
                    stocktaking.writeInTransaction(RENAME_OTHER);
                }))
                .isEmpty();
    }

    @Test
    void one_write_is_no_finding() throws Exception {
        assertThat(findings(() -> stocktaking.writeByOneConnection(RENAME))).isEmpty();
    }

    @Test
    void a_write_beside_a_transaction_is_no_finding() throws Exception {
        assertThat(findings(() -> {
                    stocktaking.writeInTransaction(RENAME, RENAME_OTHER);
                    stocktaking.writeByOneConnection(RENAME);
                }))
                .isEmpty();
    }

    @Test
    void reads_without_transaction_are_no_finding() throws Exception {
        assertThat(findings(() -> {
                    stocktaking.countTwice();
                    stocktaking.countInSession();
                }))
                .isEmpty();
    }

    @Test
    void a_batch_is_no_finding() throws Exception {
        assertThat(findings(() -> stocktaking.writeBatch("a", "b", "c"))).isEmpty();
    }

    @Test
    void a_flush_in_a_transaction_is_no_finding() throws Exception {
        assertThat(findings(stocktaking::renameAisles)).isEmpty();
    }

    @Test
    void a_write_that_failed_is_no_finding() throws Exception {
        assertThat(findings(() -> {
                    stocktaking.writeByOneConnection(RENAME);
                    assertThatThrownBy(() -> stocktaking.writeByOneConnection("update Aisle set no_such_column = 1"))
                            .isInstanceOf(SQLException.class);
                }))
                .isEmpty();
    }

    @Test
    void what_a_test_itself_writes_is_no_finding() throws Exception {
        assertThat(Units.findings("SeparateCommitsTests > a_test()", FindingKind.SEPARATE_COMMITS, () -> {
                    try (Connection connection = stocktaking.open();
                            Statement statement = connection.createStatement()) {
                        statement.execute(RENAME);
                        statement.execute(RENAME_OTHER);
                    }
                }))
                .isEmpty();
    }
}
