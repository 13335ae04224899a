package io.querybudget.hibernate;

import static io.querybudget.hibernate.Blocks.onlyStatement;
import static io.querybudget.hibernate.Blocks.statements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.acme.warehouse.Aisle;
import com.acme.warehouse.Battery;
import com.acme.warehouse.Robot;
import com.acme.warehouse.Shelf;
import com.acme.warehouse.Sign;
import com.acme.warehouse.Warehouse;
import io.querybudget.Association;
import io.querybudget.Cause;
import io.querybudget.Cause.EntityLoad.Reason;
import io.querybudget.ExecutedStatement;
import io.querybudget.Owner;
import io.querybudget.StatementKind;
import io.querybudget.recording.CauseFrame;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.Hibernate;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

class CauseTests {

    private static final String AISLE = Aisle.class.getName();
    private static final Association SHELVES =
            new Association(AISLE, "shelves", Association.Kind.COLLECTION, false, Shelf.class.getName());

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

    @Test
    void a_query_is_the_cause_of_its_statement() {
        ExecutedStatement executed = onlyStatement(() ->
                session.createQuery("from Shelf s order by s.id", Shelf.class).getResultList());

        assertThat(executed.cause()).isEqualTo(new Cause.Query("from Shelf s order by s.id"));
        assertThat(executed.rows()).isEqualTo(4);
    }

    @Test
    void a_criteria_query_is_the_cause_of_its_statement() {
        var criteria = session.getCriteriaBuilder().createQuery(Shelf.class);
        criteria.from(Shelf.class);

        ExecutedStatement executed =
                onlyStatement(() -> session.createQuery(criteria).getResultList());

        assertThat(executed.cause()).isInstanceOf(Cause.Query.class);
    }

    @Test
    void a_native_query_is_the_cause_of_its_statement() {
        ExecutedStatement executed = onlyStatement(() ->
                session.createNativeQuery("select id from Shelf", Long.class).getResultList());

        assertThat(executed.cause()).isInstanceOf(Cause.Query.class);
    }

    @Test
    void an_update_by_query_is_the_cause_of_its_statement() {
        session.beginTransaction();

        ExecutedStatement executed = onlyStatement(
                () -> session.createMutationQuery("update Aisle set name = 'a'").executeUpdate());

        assertThat(executed.kind()).isEqualTo(StatementKind.UPDATE);
        assertThat(executed.cause()).isEqualTo(new Cause.Query("update Aisle set name = 'a'"));
    }

    @Test
    void a_lazy_collection_names_its_role_and_the_row_of_its_owner() {
        List<ExecutedStatement> executed = statements(() -> {
            for (Aisle aisle : aisles()) {
                Hibernate.initialize(aisle.shelves());
            }
        });

        long queryId = executed.get(0).id();
        assertThat(executed.subList(1, 3))
                .extracting(ExecutedStatement::cause)
                .containsOnly(new Cause.CollectionLoad(SHELVES, 1));
        assertThat(executed.subList(1, 3))
                .extracting(CauseTests::owners)
                .containsExactly(
                        List.of(new Owner(SHELVES, queryId, 1, 0, false)),
                        List.of(new Owner(SHELVES, queryId, 2, 0, false)));
    }

    private List<Aisle> aisles() {
        return session.createQuery("from Aisle a order by a.id", Aisle.class).getResultList();
    }

    @Test
    void a_collection_that_is_loaded_for_several_owners_is_batched() {
        List<ExecutedStatement> executed = statements(() -> {
            for (Aisle aisle : aisles()) {
                Hibernate.initialize(aisle.signs());
            }
        });

        assertThat(executed).hasSize(2);
        assertThat(executed.get(1).cause()).isInstanceOf(Cause.CollectionLoad.class);
        assertThat(executed.get(1).cause().batchSize()).isEqualTo(10);
        assertThat(executed.get(1).cause().association())
                .hasValueSatisfying(signs -> assertThat(signs.simpleRole()).isEqualTo("Aisle.signs"));
    }

    @Test
    void a_proxy_names_the_attribute_that_holds_it_and_the_row_of_its_owner() {
        List<ExecutedStatement> executed = statements(() -> {
            Shelf last = session.createQuery("from Shelf s order by s.id", Shelf.class)
                    .getResultList()
                    .get(3);
            Hibernate.initialize(last.aisle());
        });

        Association aisle = new Association(Shelf.class.getName(), "aisle", Association.Kind.TO_ONE, false, AISLE);
        long queryId = executed.get(0).id();
        assertThat(executed.get(1).cause()).isEqualTo(new Cause.EntityLoad(AISLE, Reason.PROXY, 1));
        assertThat(owners(executed.get(1)))
                .containsExactlyInAnyOrder(
                        new Owner(aisle, queryId, 3, 0, false), new Owner(aisle, queryId, 4, 0, false));
    }

    @Test
    void an_eager_attribute_names_the_attribute_and_the_row_of_its_owner() {
        List<ExecutedStatement> executed = statements(() ->
                session.createQuery("from Sign s order by s.id", Sign.class).getResultList());

        Association aisle = new Association(Sign.class.getName(), "aisle", Association.Kind.TO_ONE, true, AISLE);
        long queryId = executed.get(0).id();
        assertThat(executed).hasSize(3);
        assertThat(executed.subList(1, 3)).allSatisfy(load -> {
            assertThat(load.cause()).isEqualTo(new Cause.EntityLoad(AISLE, Reason.EAGER, 1));
            assertThat(load.provenance().callerId()).isEqualTo(queryId);
        });
        assertThat(owners(executed.get(1))).contains(new Owner(aisle, queryId, 1, 0, false));
        assertThat(owners(executed.get(2))).contains(new Owner(aisle, queryId, 3, 0, false));
    }

    @Test
    void an_inverse_one_to_one_names_the_attribute_and_the_row_of_its_owner() {
        List<ExecutedStatement> executed = statements(() ->
                session.createQuery("from Robot r order by r.id", Robot.class).getResultList());

        Association battery = new Association(
                Robot.class.getName(), "battery", Association.Kind.INVERSE_TO_ONE, true, Battery.class.getName());
        long queryId = executed.get(0).id();
        assertThat(executed).hasSize(3);
        assertThat(executed.subList(1, 3))
                .extracting(CauseTests::owners)
                .containsExactly(
                        List.of(new Owner(battery, queryId, 1, 0, false)),
                        List.of(new Owner(battery, queryId, 2, 0, false)));
        assertThat(executed.subList(1, 3)).allSatisfy(load -> {
            assertThat(load.cause())
                    .isInstanceOfSatisfying(
                            Cause.EntityLoad.class,
                            cause -> assertThat(cause.reason()).isEqualTo(Reason.EAGER));
            assertThat(load.provenance().callerId()).isEqualTo(queryId);
        });
    }

    @Test
    void a_find_is_the_cause_of_its_statement() {
        ExecutedStatement executed = onlyStatement(() -> session.find(Aisle.class, 1L));

        assertThat(executed.cause()).isEqualTo(new Cause.EntityLoad(AISLE, Reason.FIND, 1));
        assertThat(executed.provenance().owners()).isEmpty();
    }

    @Test
    void a_find_of_a_stateless_session_is_the_cause_of_its_statement() {
        try (var stateless = sessions.openStatelessSession()) {
            ExecutedStatement executed = onlyStatement(() -> stateless.get(Aisle.class, 1L));

            assertThat(executed.cause()).isEqualTo(new Cause.EntityLoad(AISLE, Reason.FIND, 1));
        }
    }

    @Test
    @DisabledIfSystemProperty(
            named = "tested-hibernate.version",
            matches = "6\\..*",
            disabledReason = "Hibernate 6.6 has no findMultiple")
    void a_find_of_several_entities_is_batched_or_unexplained_but_no_single_load() {
        ExecutedStatement executed = onlyStatement(() -> session.findMultiple(Aisle.class, List.of(1L, 2L)));

        assertThat(executed.cause()).isNotInstanceOf(Cause.EntityLoad.class);
        assertThat(executed.rows()).isEqualTo(2);
    }

    @Test
    void a_merge_is_the_cause_of_the_look_up_of_a_detached_entity() {
        Aisle detached = new Aisle(1);
        detached.rename("new name");

        ExecutedStatement executed = onlyStatement(() -> session.merge(detached));

        assertThat(executed.cause()).isEqualTo(new Cause.EntityLoad(AISLE, Reason.MERGE, 1));
    }

    @Test
    void a_refresh_is_the_cause_of_its_statement() {
        Aisle aisle = session.find(Aisle.class, 1L);

        List<ExecutedStatement> executed = statements(() -> session.refresh(aisle));

        assertThat(executed.get(0).cause())
                .isInstanceOfSatisfying(
                        Cause.EntityLoad.class,
                        cause -> assertThat(cause.reason()).isEqualTo(Reason.REFRESH));
    }

    @Test
    void a_lock_is_the_cause_of_its_statement() {
        session.beginTransaction();
        Aisle aisle = session.find(Aisle.class, 1L);

        ExecutedStatement executed = onlyStatement(() -> session.lock(aisle, LockMode.PESSIMISTIC_WRITE));

        assertThat(executed.kind()).isEqualTo(StatementKind.SELECT);
    }

    @Test
    void a_flush_is_the_cause_of_its_writes() {
        session.beginTransaction();
        session.find(Aisle.class, 1L).rename("new name");

        ExecutedStatement executed = onlyStatement(session::flush);

        assertThat(executed.kind()).isEqualTo(StatementKind.UPDATE);
        assertThat(executed.cause())
                .isInstanceOfSatisfying(
                        Cause.Flush.class,
                        flush -> assertThat(flush.isAutomatic()).isFalse());
    }

    @Test
    void a_flush_before_a_query_is_the_cause_of_its_writes() {
        session.beginTransaction();
        session.persist(new Aisle(3));

        List<ExecutedStatement> executed = statements(this::aisles);

        assertThat(executed.get(0).cause())
                .isInstanceOfSatisfying(
                        Cause.Flush.class,
                        flush -> assertThat(flush.isAutomatic()).isTrue());
        assertThat(executed.get(1).cause()).isEqualTo(new Cause.Query("from Aisle a order by a.id"));
    }

    @Test
    void plain_jdbc_in_a_session_has_no_known_cause() {
        ExecutedStatement executed = onlyStatement(() -> session.doWork(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("select id from Shelf");
            }
        }));

        assertThat(executed.cause()).isEqualTo(new Cause.Unknown());
    }

    @Test
    void an_entity_that_was_loaded_before_the_unit_keeps_its_row() {
        List<Aisle> before = aisles();

        List<ExecutedStatement> executed =
                statements(() -> before.forEach(aisle -> Hibernate.initialize(aisle.shelves())));

        assertThat(executed)
                .flatExtracting(CauseTests::owners)
                .extracting(Owner::row)
                .containsExactly(1L, 2L);
        assertThat(executed)
                .flatExtracting(CauseTests::owners)
                .extracting(Owner::statementId)
                .doesNotContain(0L);
    }

    @Test
    void an_exception_inside_a_load_leaves_no_frame_behind() {
        Aisle missing = session.getReference(Aisle.class, 99L);

        assertThatThrownBy(() -> Hibernate.initialize(missing)).isInstanceOf(RuntimeException.class);

        assertThat(CauseFrame.current()).isNull();
    }

    @Test
    void an_exception_inside_a_query_leaves_no_frame_behind() {
        assertThatThrownBy(() -> session.createNativeQuery("select nothing from nowhere", Long.class)
                        .getResultList())
                .isInstanceOf(RuntimeException.class);

        assertThat(CauseFrame.current()).isNull();
    }

    @Test
    void an_exception_inside_a_flush_leaves_no_frame_behind() {
        session.beginTransaction();
        session.persist(new Aisle(1));

        assertThatThrownBy(session::flush).isInstanceOf(RuntimeException.class);

        assertThat(CauseFrame.current()).isNull();
    }

    @Test
    void entities_from_before_a_clear_own_nothing() {
        List<ExecutedStatement> executed = statements(() -> {
            Hibernate.initialize(session.createQuery("from Shelf s order by s.id", Shelf.class)
                    .getResultList()
                    .get(0)
                    .aisle());
            session.clear();
            Hibernate.initialize(session.find(Shelf.class, 21L).aisle());
        });

        ExecutedStatement found = executed.get(2);
        assertThat(owners(executed.get(3)))
                .extracting(Owner::statementId, Owner::row)
                .containsExactly(tuple(found.id(), 1L));
    }

    /** {@return the owners, without the number of their siblings, which depends on the fixture} */
    private static List<Owner> owners(ExecutedStatement statement) {
        return statement.provenance().owners().stream()
                .map(owner -> new Owner(owner.association(), owner.statementId(), owner.row(), 0, false))
                .toList();
    }
}
