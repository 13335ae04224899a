package io.querybudget.detection;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.warehouse.Pools;
import io.querybudget.Finding;
import io.querybudget.FindingKind;
import io.querybudget.Reaction;
import io.querybudget.Rules;
import io.querybudget.recording.StandingClock;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DetectionTests {

    private Pools pools;

    @BeforeEach
    void open() throws SQLException {
        pools = new Pools();
    }

    @AfterEach
    void close() throws SQLException {
        pools.close();
    }

    private List<FindingKind> kinds(Rules rules) throws SQLException {
        try (UnitScope scope = StandingClock.open(UnitOfWork.Kind.REQUEST, "GET /stock")) {
            pools.stocktaking()
                    .writeByOneConnection(
                            "update Aisle set name = 'north' where id = 1",
                            "update Aisle set name = 'south' where id = 2");
            return findings(scope, rules).stream().map(Finding::kind).toList();
        }
    }

    @Test
    void leaves_out_what_is_switched_off() throws SQLException {
        assertThat(kinds(Rules.DEFAULT)).containsExactly(FindingKind.SEPARATE_COMMITS);
        assertThat(kinds(Rules.DEFAULT.with(Reaction.OFF, Set.of(FindingKind.SEPARATE_COMMITS))))
                .isEmpty();
    }

    @Test
    void counts_rows_up_to_the_limit() throws SQLException {
        try (UnitScope scope = StandingClock.open(UnitOfWork.Kind.REQUEST, "GET /aisles")) {
            long rows = readAisles();

            assertThat(findings(scope, Rules.DEFAULT.withRowLimit(rows))).isEmpty();
            assertThat(findings(scope, Rules.DEFAULT.withRowLimit(rows - 1)))
                    .extracting(Finding::kind)
                    .containsExactly(FindingKind.OVERSIZED_RESULT);
        }
    }

    private static List<Finding> findings(UnitScope scope, Rules rules) {
        return Detection.analyse(scope.unit().recording(), rules).findings();
    }

    private long readAisles() throws SQLException {
        try (Connection connection = pools.connect();
                Statement statement = connection.createStatement();
                ResultSet aisles = statement.executeQuery("select name from Aisle")) {
            long rows = 0;
            while (aisles.next()) {
                rows++;
            }
            return rows;
        }
    }
}
