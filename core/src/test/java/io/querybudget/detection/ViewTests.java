package io.querybudget.detection;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.warehouse.Aisle;
import com.acme.warehouse.Pools;
import com.acme.warehouse.Shelf;
import com.acme.warehouse.Stocktaking;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.querybudget.ConnectionFix;
import io.querybudget.FetchFix;
import io.querybudget.Finding;
import io.querybudget.FindingKind;
import io.querybudget.Verdict;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewTests {

    private Pools pools;
    private Session session;

    @BeforeEach
    void open() throws SQLException {
        pools = new Pools();
        session = pools.sessions().openSession();
    }

    @AfterEach
    void close() throws SQLException {
        session.close();
        pools.close();
    }

    /** What a controller returns; its getter reads when the serializer asks. */
    public static final class Answer {

        private final Supplier<Object> value;

        Answer(Supplier<Object> value) {
            this.value = value;
        }

        public Object getValue() {
            return value.get();
        }
    }

    private static void write(Supplier<Object> value) throws Exception {
        String json = new ObjectMapper().writeValueAsString(new Answer(value));
        assertThat(json).startsWith("{");
    }

    private static List<Finding> findings(Units.Work work) throws Exception {
        return Units.findings(FindingKind.SQL_IN_VIEW, work);
    }

    private static void assertInView(String query, String associations, Units.Work work) throws Exception {
        assertThat(findings(work)).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.LIKELY);
            assertThat(finding.fix())
                    .isInstanceOfSatisfying(
                            ConnectionFix.LoadBeforeView.class,
                            load -> assertThat(load.fetches())
                                    .flatExtracting(FetchFix.FetchWithQuery::path)
                                    .hasToString(associations));
            assertThat(String.valueOf(finding.fixHere())).contains(query);
        });
    }

    @Test
    void a_collection_that_the_serializer_reads() throws Exception {
        assertInView("Stocktaking.aisles", "[Aisle.shelves]", () -> {
            Aisle aisle = Stocktaking.aisles(session).get(0);
            write(() -> aisle.shelves().size());
        });
    }

    @Test
    void a_collection_that_is_fetched_in_batches() throws Exception {
        assertInView("Stocktaking.aisles", "[Aisle.signs]", () -> {
            List<Aisle> aisles = Stocktaking.aisles(session);
            write(() -> aisles.stream().map(aisle -> aisle.signs().size()).toList());
        });
    }

    @Test
    void an_entity_behind_a_proxy() throws Exception {
        assertInView("a_shelf", "[Shelf.aisle]", () -> {
            Shelf shelf = a_shelf();
            write(() -> shelf.aisle().name());
        });
    }

    @Test
    void a_query_in_a_getter() throws Exception {
        assertInView("null", "[]", () -> write(() -> Stocktaking.aisles(session).size()));
    }

    @Test
    void plain_JDBC_in_a_getter() throws Exception {
        assertInView(
                "null",
                "[]",
                () -> write(() -> {
                    try {
                        pools.stocktaking().countWithOwnConnection();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                    return "";
                }));
    }

    @Test
    void what_was_fetched_with_the_query_is_no_finding() throws Exception {
        assertThat(findings(() -> {
                    Aisle aisle = session.createSelectionQuery("from Aisle a left join fetch a.shelves", Aisle.class)
                            .getResultList()
                            .get(0);
                    write(() -> aisle.shelves().size());
                }))
                .isEmpty();
    }

    @Test
    void what_the_service_has_initialized_is_no_finding() throws Exception {
        assertThat(findings(() -> {
                    Aisle aisle = Stocktaking.aisles(session).get(0);
                    Hibernate.initialize(aisle.shelves());
                    write(() -> aisle.shelves().size());
                }))
                .isEmpty();
    }

    @Test
    void a_lazy_read_before_the_view_is_no_finding() throws Exception {
        assertThat(findings(() -> {
                    int shelves = Stocktaking.aisles(session).get(0).shelves().size();
                    write(() -> shelves);
                }))
                .isEmpty();
    }

    @Test
    void statements_after_the_view_are_no_finding() throws Exception {
        assertThat(findings(() -> {
                    write(() -> "nothing");
                    Stocktaking.aisles(session);
                }))
                .isEmpty();
    }

    @Test
    void a_loop_in_the_view_is_an_N_plus_1() throws Exception {
        Units.Work work = () -> {
            List<Aisle> aisles = Stocktaking.aisles(session);
            write(() -> aisles.stream().map(aisle -> aisle.shelves().size()).toList());
        };

        assertThat(findings(work)).isEmpty();
        session.clear();
        assertThat(Units.findings(FindingKind.N_PLUS_ONE, work)).hasSize(1);
    }

    private Shelf a_shelf() {
        return session.createSelectionQuery("from Shelf", Shelf.class)
                .getResultList()
                .get(0);
    }
}
