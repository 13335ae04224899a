package io.querybudget.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.odd.Item;
import com.acme.odd.Link;
import com.acme.odd.Oddities;
import io.querybudget.Cause;
import io.querybudget.ExecutedStatement;
import io.querybudget.Garbage;
import io.querybudget.jdbc.ConnectionObserver;
import io.querybudget.recording.CauseFrame;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnusualSessionTests {

    private Oddities oddities;

    @BeforeEach
    void open() throws SQLException {
        oddities = Oddities.open();
    }

    @AfterEach
    void close() throws SQLException {
        oddities.close();
    }

    private static List<Item> items(Session session) {
        return session.createQuery("from Item i order by i.id", Item.class).getResultList();
    }

    @Test
    void holds_nothing_of_a_unit_of_work_that_ended() throws SQLException {
        try (SessionFactory sessions = oddities.sessions()) {
            assertThat(whatAUnitUsed(sessions, true)).allMatch(Garbage::isCollected);
        }
    }

    @Test
    void holds_nothing_of_a_session_that_is_never_closed() throws SQLException {
        try (SessionFactory sessions = oddities.sessions()) {
            assertThat(whatAUnitUsed(sessions, false)).allMatch(Garbage::isCollected);
        }
    }

    private List<WeakReference<?>> whatAUnitUsed(SessionFactory sessions, boolean isClosed) throws SQLException {
        List<WeakReference<?>> used = new ArrayList<>();
        try (UnitScope scope = UnitScope.open(UnitOfWork.Kind.TEST, "a test")) {
            used.add(new WeakReference<>(scope.unit()));
            Session session = sessions.openSession();
            List<Link> links = session.createQuery("from Link", Link.class).getResultList();
            links.forEach(link -> Hibernate.initialize(link.labels()));
            items(session).forEach(item -> Hibernate.initialize(item.parts()));
            used.add(new WeakReference<>(session));
            used.add(new WeakReference<>(links.get(0)));
            Connection connection = new ConnectionObserver("unusual").observe(oddities.connect());
            Statement statement = connection.createStatement();
            ResultSet result = statement.executeQuery("select id from item");
            assertThat(result.next()).isTrue();
            used.add(new WeakReference<>(connection));
            used.add(new WeakReference<>(statement));
            used.add(new WeakReference<>(result));
            if (isClosed) {
                session.close();
                connection.close();
            }
            assertThat(scope.unit().recording().total()).isGreaterThan(5);
        }
        return used;
    }

    @Test
    void a_thousand_sessions_that_interleave_keep_their_entities_apart() {
        try (SessionFactory sessions = oddities.sessions()) {
            List<ExecutedStatement> executed = Blocks.statements(() -> {
                List<Session> open = new ArrayList<>();
                List<List<Item>> read = new ArrayList<>();
                for (int i = 0; i < 1_000; i++) {
                    Session session = sessions.openSession();
                    open.add(session);
                    read.add(items(session));
                }
                read.forEach(items -> Hibernate.initialize(items.get(1).parts()));
                open.forEach(Session::close);
            });

            for (int i = 0; i < 1_000; i++) {
                assertThat(executed.get(1_000 + i).provenance().owners().get(0).statementId())
                        .isEqualTo(executed.get(i).id());
            }
        }
    }

    @Test
    void a_unit_of_work_outlives_its_session_factory() {
        List<ExecutedStatement> executed = Blocks.statements(() -> {
            SessionFactory sessions = oddities.sessions();
            Session session = sessions.openSession();
            List<Item> items = items(session);
            sessions.close();
            assertThat(items).hasSize(2);
        });

        assertThat(executed).hasSize(1);
    }

    /** Executes SQL of its own, or fails, before a statement of Hibernate. */
    private static final class Inspector implements StatementInspector {

        private static final long serialVersionUID = 1;

        private final transient Connection own;
        private boolean isFailing;

        Inspector(Connection own) {
            this.own = own;
        }

        @Override
        public String inspect(String sql) {
            if (isFailing) {
                throw new IllegalStateException("inspected");
            }
            try (Statement statement = own.createStatement()) {
                statement.execute("select 42");
            } catch (SQLException failure) {
                throw new AssertionError(failure);
            }
            return sql;
        }
    }

    @Test
    void the_sql_of_a_statement_inspector_is_not_that_of_hibernate() throws SQLException {
        try (Connection own = new ConnectionObserver("inspector").observe(oddities.connect());
                SessionFactory sessions = oddities.sessions(
                        Map.of("hibernate.session_factory.statement_inspector", new Inspector(own)))) {
            List<ExecutedStatement> executed = Blocks.statements(() -> {
                try (Session session = sessions.openSession()) {
                    items(session).forEach(item -> Hibernate.initialize(item.parts()));
                }
            });

            assertThat(executed).hasSize(6).allSatisfy(each -> {
                boolean isInspectors = each.sql().equals("select 42");
                assertThat(each.cause() instanceof Cause.Unknown).isEqualTo(isInspectors);
                assertThat(each.provenance().owners().isEmpty())
                        .isEqualTo(isInspectors || each.cause() instanceof Cause.Query);
            });
        }
    }

    @Test
    void a_statement_inspector_that_fails_leaves_no_frame_open() throws SQLException {
        try (Connection own = new ConnectionObserver("inspector").observe(oddities.connect())) {
            Inspector inspector = new Inspector(own);
            try (SessionFactory sessions =
                            oddities.sessions(Map.of("hibernate.session_factory.statement_inspector", inspector));
                    Session session = sessions.openSession()) {
                List<Item> items = items(session);
                inspector.isFailing = true;

                assertThatThrownBy(() -> Hibernate.initialize(items.get(0).parts()))
                        .hasStackTraceContaining("inspected");
                assertThat(CauseFrame.current()).isNull();
            }
        }
    }
}
