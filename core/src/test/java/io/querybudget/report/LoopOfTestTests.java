package io.querybudget.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.warehouse.Aisle;
import com.acme.warehouse.Robot;
import com.acme.warehouse.Warehouse;
import io.querybudget.Analysis;
import io.querybudget.detection.Detection;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A loop stands in the test when the test makes each call, not when one call executes them all. */
class LoopOfTestTests {

    private Warehouse warehouse;
    private SessionFactory sessions;
    private Session session;

    @BeforeEach
    void open() throws SQLException {
        warehouse = Warehouse.open();
        sessions = warehouse.sessions();
        session = sessions.openSession();
    }

    @AfterEach
    void close() throws SQLException {
        session.close();
        sessions.close();
        warehouse.close();
    }

    private static String text(Runnable work) {
        try (UnitScope scope = UnitScope.open(UnitOfWork.Kind.BLOCK, "LoopOfTestTests > loads()")) {
            work.run();
            Analysis analysis = Detection.analyse(scope.unit().recording());
            return String.join("\n", Headlines.of(analysis, analysis.findings(), finding -> ""));
        }
    }

    private <T> List<T> all(Class<T> type) {
        return session.createSelectionQuery("from " + type.getSimpleName(), type)
                .getResultList();
    }

    @Test
    void loads_of_an_access_each_are_a_loop_of_the_test() {
        assertThat(text(() -> all(Aisle.class)
                        .forEach(aisle -> assertThat(aisle.shelves()).hasSize(2))))
                .startsWith("N+1, proven: 2 statements for Aisle.shelves")
                .endsWith(", in a loop of the test itself");
    }

    @Test
    void loads_within_one_query_are_none() {
        assertThat(text(() -> assertThat(all(Robot.class)).hasSize(2)))
                .startsWith("N+1, proven: 2 statements for Robot.battery")
                .doesNotContain("loop of the test");
    }
}
