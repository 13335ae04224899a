package io.querybudget.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.acme.warehouse.Aisle;
import com.acme.warehouse.Warehouse;
import io.querybudget.Analysis;
import io.querybudget.Finding;
import io.querybudget.Unexercised;
import io.querybudget.Unexercised.Reason;
import io.querybudget.Verdict;
import io.querybudget.detection.Detection;
import io.querybudget.recording.StandingClock;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("a unit of work of the kind test adopts the SQL of other tests")
class SessionTests {

    private Warehouse warehouse;
    private SessionFactory sessions;

    @BeforeEach
    void open() throws SQLException {
        warehouse = Warehouse.open();
        sessions = warehouse.sessions();
    }

    @AfterEach
    void close() throws SQLException {
        sessions.close();
        warehouse.close();
    }

    /** The frames of this package are not the application's, so the loads of both sessions are on one call path. */
    @Test
    void two_sessions_that_interleave_on_one_thread_keep_their_entities_apart() {
        Analysis analysis = analyse(() -> {
            try (Session one = sessions.openSession();
                    Session other = sessions.openSession()) {
                List<Aisle> ofOne = aisles(one);
                List<Aisle> ofOther = aisles(other);
                for (int i = 0; i < ofOne.size(); i++) {
                    Hibernate.initialize(ofOne.get(i).shelves());
                    Hibernate.initialize(ofOther.get(i).shelves());
                }
            }
        });

        assertThat(analysis.findings(Verdict.PROVEN))
                .extracting(
                        finding -> finding.associations().get(0).simpleRole(),
                        finding -> finding.statementIds().size())
                .containsExactly(tuple("Aisle.shelves", 4));
        assertThat(analysis.findings().get(0).coverage()).isEqualTo(new Finding.Coverage(4, 4));
    }

    @Test
    void a_session_that_is_never_closed_disturbs_no_later_unit_of_work() {
        Session leaked = sessions.openSession();
        List<Aisle> aisles = aisles(leaked);

        Analysis analysis = analyse(() -> aisles.forEach(aisle -> Hibernate.initialize(aisle.shelves())));

        assertThat(analysis.findings(Verdict.PROVEN))
                .singleElement()
                .extracting(Finding::parentId)
                .isNotEqualTo(0L);
        assertThat(analyse(() -> {
                            try (Session session = sessions.openSession()) {
                                aisles(session);
                            }
                        })
                        .findings())
                .isEmpty();
    }

    @Test
    void an_association_of_one_owner_is_not_exercised() {
        Analysis analysis = analyse(() -> {
            try (Session session = sessions.openSession()) {
                Hibernate.initialize(session.find(Aisle.class, 1L).shelves());
            }
        });

        assertThat(analysis.findings()).isEmpty();
        assertThat(analysis.unexercised()).containsExactly(new Unexercised("Aisle.shelves", Reason.ONE_OWNER, 1));
    }

    @Test
    void rows_of_entities_that_were_loaded_before_are_not_exercised() {
        Analysis analysis = analyse(() -> {
            try (Session session = sessions.openSession()) {
                session.find(Aisle.class, 1L);
                aisles(session);
            }
        });

        assertThat(analysis.unexercised())
                .extracting(Unexercised::reason, Unexercised::count)
                .containsExactly(tuple(Reason.ALREADY_MANAGED, 1));
    }

    private static List<Aisle> aisles(Session session) {
        return session.createQuery("from Aisle a order by a.id", Aisle.class).getResultList();
    }

    private static Analysis analyse(Runnable body) {
        try (UnitScope scope = StandingClock.open(UnitOfWork.Kind.TEST, "SessionTests")) {
            body.run();
            return Detection.analyse(scope.unit().recording());
        }
    }
}
