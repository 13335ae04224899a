package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.REMEDY;

import com.acme.corpus.Case;
import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.hibernate.Session;
import org.hibernate.StatelessSession;

/** Writes that are sent one by one, for each reason that there is, and those that are not: told by their fixes. */
public final class Batches {

    private static List<Named> cratesAndPallets(Session session) {
        List<Named> all = new ArrayList<>();
        for (long id = 91; id <= 93; id++) {
            all.add(new Crate(id, "Crate " + id));
            all.add(new Pallet(id, "Pallet " + id));
        }
        all.forEach(session::persist);
        session.flush();
        return all;
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    void inserts_of_jdbc(Connection connection) throws SQLException {
        // fix: one batch at Batches.inserts_of_jdbc: addBatch and executeBatch, batchUpdate of JdbcTemplate, or
        // setJdbcBatchSize(50) on a StatelessSession
        try (PreparedStatement insert =
                connection.prepareStatement("insert into Crate (id, name) values (?, 'Crate')")) {
            for (long id = 91; id <= 93; id++) {
                insert.setLong(1, id);
                insert.executeUpdate();
            }
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    void transaction_per_change(Session session) {
        // fix: one transaction around all calls at Batches.transaction_per_change, and hibernate.jdbc.batch_size = 50
        // (in Spring Boot below spring.jpa.properties)
        Crate crate = session.find(Crate.class, 1L);
        for (int i = 0; i < 3; i++) {
            crate.setName("Crate " + i);
            session.getTransaction().commit();
            session.beginTransaction();
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 6)
    void query_after_each_insert(Session session) {
        // fix: all writes before or after the queries at Batches.query_after_each_insert, each of which flushes, and
        // hibernate.jdbc.batch_size = 50 (in Spring Boot below spring.jpa.properties)
        for (long id = 91; id <= 93; id++) {
            session.persist(new Crate(id, "Crate " + id));
            session.createQuery("from Crate c where c.id > 90", Crate.class).getResultList();
        }
    }

    @Case(
            kind = LOOK_ALIKE,
            statements = 8,
            settings = {"hibernate.jdbc.batch_size=50", "hibernate.order_inserts=true"})
    void interleaved_updates(Session session) {
        // fix: hibernate.jdbc.batch_size = 50 with hibernate.order_inserts = true and hibernate.order_updates = true
        // (in Spring Boot below spring.jpa.properties)
        cratesAndPallets(session).forEach(each -> each.setName("Other"));
        session.flush();
    }

    @Case(
            kind = LOOK_ALIKE,
            statements = 8,
            settings = {"hibernate.jdbc.batch_size=50", "hibernate.order_inserts=true"})
    void interleaved_deletes(Session session) {
        // fix: hibernate.jdbc.batch_size = 50 (in Spring Boot below spring.jpa.properties), and all removals of one
        // entity before those of another, because Hibernate does not order deletes; or one "delete … where … in" each
        cratesAndPallets(session).forEach(session::remove);
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 3, settings = "hibernate.jdbc.batch_size=50")
    void identity_despite_a_batch_size(Session session) {
        // fix: ids of a SEQUENCE, and hibernate.jdbc.batch_size = 50 (in Spring Boot below spring.jpa.properties),
        // because Hibernate sends each insert of an IDENTITY id at once
        for (int i = 0; i < 3; i++) {
            session.persist(new Barrel());
        }
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 60)
    void many_inserts(Session session) {
        // fix: hibernate.jdbc.batch_size = 50 (in Spring Boot below spring.jpa.properties)
        for (long id = 91; id <= 150; id++) {
            session.persist(new Crate(id, "Crate " + id));
        }
        session.flush();
    }

    @Case(
            kind = REMEDY,
            statements = 4,
            settings = {"hibernate.jdbc.batch_size=50", "hibernate.order_inserts=true", "hibernate.order_updates=true"})
    void ordered_updates(Session session) {
        // fix: none
        cratesAndPallets(session).forEach(each -> each.setName("Other"));
        session.flush();
    }

    @Case(
            kind = REMEDY,
            statements = 4,
            settings = {"hibernate.jdbc.batch_size=50", "hibernate.order_inserts=true"})
    void deletes_of_one_entity_before_those_of_another(Session session) {
        // fix: none
        List<Named> all = cratesAndPallets(session);
        all.stream().filter(Crate.class::isInstance).forEach(session::remove);
        all.stream().filter(Pallet.class::isInstance).forEach(session::remove);
        session.flush();
    }

    @Case(kind = REMEDY, statements = 3, settings = "hibernate.jdbc.batch_size=50")
    void batched_ids_of_a_sequence(Session session) {
        // fix: none
        for (int i = 0; i < 3; i++) {
            session.persist(new Keg());
        }
        session.flush();
    }

    @Case(kind = REMEDY, statements = 1)
    void batch_of_jdbc(Connection connection) throws SQLException {
        // fix: none
        try (PreparedStatement insert =
                connection.prepareStatement("insert into Crate (id, name) values (?, 'Crate')")) {
            for (long id = 91; id <= 93; id++) {
                insert.setLong(1, id);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    void deletes_of_a_stateless_session(StatelessSession session) {
        // fix: one batch at Batches.deletes_of_a_stateless_session: addBatch and executeBatch, batchUpdate of
        // JdbcTemplate, or setJdbcBatchSize(50) on a StatelessSession
        for (long id = 1; id <= 3; id++) {
            session.delete(new Crate(id, "Crate " + id));
        }
    }

    @Case(kind = REMEDY, statements = 3)
    void batches_of_a_stateless_session(StatelessSession session) {
        // fix: none
        List<Crate> crates = LongStream.rangeClosed(91, 93)
                .mapToObj(id -> new Crate(id, "Crate " + id))
                .toList();
        session.setJdbcBatchSize(50);
        crates.forEach(session::insert);
        crates.forEach(session::update);
        crates.forEach(session::delete);
        session.getTransaction().commit();
        session.beginTransaction();
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    void two_inserts(Session session) {
        // fix: none
        session.persist(new Crate(91, "Crate 91"));
        session.persist(new Crate(92, "Crate 92"));
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    void inserts_by_three_lines(Session session) {
        // fix: none
        session.persist(new Crate(91, "Crate 91"));
        session.flush();
        session.persist(new Crate(92, "Crate 92"));
        session.flush();
        session.persist(new Crate(93, "Crate 93"));
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int change_by_one_query(Session session) {
        // fix: none
        return session.createMutationQuery("update Crate c set c.name = 'Other'")
                .executeUpdate();
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    void query_asked_twice(Session session) {
        // fix: ask once at Batches.crateNames and keep the answer
        // fix: leaves 1 statement
        for (int i = 0; i < 2; i++) {
            crateNames(session);
        }
    }

    private static List<String> crateNames(Session session) {
        return session.createQuery("select c.name from Crate c", String.class).getResultList();
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    void entities_asked_for_twice(Session session) {
        // fix: ask once at Batches.crates and keep the entities; the session holds them, and find by identifier
        // executes
        // nothing then
        // fix: leaves 1 statement
        for (int i = 0; i < 2; i++) {
            crates(session);
        }
    }

    private static List<Crate> crates(Session session) {
        return session.createQuery("from Crate c where c.id = 1", Crate.class).getResultList();
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    void absent_entity_asked_for_twice(Session session) {
        // fix: ask once at Batches.absent_entity_asked_for_twice and keep that there is none; a session remembers only
        // what exists
        // fix: leaves 1 statement
        for (int i = 0; i < 2; i++) {
            session.find(Crate.class, 77L);
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    void entity_asked_for_after_a_clear(Session session) {
        // fix: no clear(), evict or second session between the loads at Batches.entity_asked_for_after_a_clear, which
        // the
        // first session would answer itself; or a second-level cache
        // fix: leaves 1 statement
        for (int i = 0; i < 2; i++) {
            session.find(Crate.class, 1L);
            session.clear();
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    void native_query_asked_three_times(Session session) {
        // fix: ask once at Batches.native_query_asked_three_times and keep the answer
        // fix: leaves 1 statement
        for (int i = 0; i < 3; i++) {
            session.createNativeQuery("select name from Crate", String.class).getResultList();
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    void row_of_jdbc_asked_for_twice(Connection connection) throws SQLException {
        // fix: ask once at Batches.row_of_jdbc_asked_for_twice and keep the answer
        // fix: leaves 1 statement
        try (PreparedStatement select = connection.prepareStatement("select name from Crate where id = ?")) {
            for (int i = 0; i < 2; i++) {
                select.setLong(1, 1);
                select.executeQuery().close();
            }
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    void entity_asked_for_twice(Session session) {
        // fix: none
        for (int i = 0; i < 2; i++) {
            session.find(Crate.class, 1L);
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    void query_asked_again_after_a_change(Session session) {
        // fix: none
        for (int i = 0; i < 2; i++) {
            crateNames(session);
            if (i == 0) {
                session.createMutationQuery("update Crate c set c.name = 'Other'")
                        .executeUpdate();
            }
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    void query_asked_for_other_keys(Session session) {
        // fix: none
        for (long id = 1; id <= 2; id++) {
            session.createQuery("select c.name from Crate c where c.id = :id", String.class)
                    .setParameter("id", id)
                    .getResultList();
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    void query_asked_again_in_a_new_transaction(Session session) {
        // fix: none
        for (int i = 0; i < 2; i++) {
            crateNames(session);
            session.getTransaction().commit();
            session.beginTransaction();
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    void query_asked_by_two_lines(Session session) {
        // fix: none
        crateNames(session);
        session.createQuery("select c.name from Crate c", String.class).getResultList();
    }

    @Entity(name = "Crate")
    public static class Crate extends Named {
        Crate() {}

        Crate(long id, String name) {
            super(id, name);
        }
    }

    @Entity(name = "Pallet")
    public static class Pallet extends Named {
        Pallet() {}

        Pallet(long id, String name) {
            super(id, name);
        }
    }

    @Entity(name = "Barrel")
    public static class Barrel {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        public Long getId() {
            return id;
        }
    }

    @Entity(name = "Keg")
    public static class Keg {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "keg_seq")
        @SequenceGenerator(name = "keg_seq", allocationSize = 50)
        private Long id;

        public Long getId() {
            return id;
        }
    }
}
