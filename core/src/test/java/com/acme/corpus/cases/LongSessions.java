package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.stream.LongStream;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.StatelessSession;

/** Sessions that hold many entities for long: of 3,000 readings, and of some that are new. */
public final class LongSessions {

    private static final int QUERIES = 50;

    /** Loads readings in parts, none of which is oversized. */
    private static List<Reading> readings(Session session, long count) {
        List<Reading> readings = part(session, 0, count / 2);
        part(session, count / 2, count);
        return readings;
    }

    private static List<Reading> part(Session session, long after, long last) {
        return session.createQuery("from Reading r where r.id > :after and r.id <= :last", Reading.class)
                .setParameter("after", after)
                .setParameter("last", last)
                .getResultList(); // read-only use likely: table Reading for nothing_written
    }

    private static long count(Session session) {
        return session.createQuery("select count(p) from Probe p", Long.class).getSingleResult();
    }

    private static void persist(Session session, long first, long last) {
        LongStream.rangeClosed(first, last).forEach(id -> session.persist(new Probe(id, "Probe " + id)));
    }

    @Case(kind = POSITIVE, statements = 52)
    long query_in_a_loop(Session session) {
        // fix: ask once at LongSessions.query_in_a_loop and keep the answer
        // fix: leaves 3 statements
        // fix: setFlushMode(FlushModeType.COMMIT) on the query at LongSessions.query_in_a_loop if it need not see
        // pending
        // changes, or @Transactional(readOnly = true) if there are none
        readings(session, 1_200);
        long sum = 0;
        for (int i = 0; i < QUERIES; i++) {
            sum += session.createQuery("select count(p) from Probe p", Long.class)
                    .getSingleResult(); // dirty checks likely: table Probe
        }
        return sum;
    }

    @Case(kind = POSITIVE, statements = 52)
    long entity_query_in_a_loop(Session session) {
        readings(session, 1_200);
        long sum = 0;
        for (int i = 0; i < QUERIES; i++) {
            sum += session.createQuery("from Probe p where p.name = 'none'", Probe.class)
                    .getResultList() // dirty checks likely: table Probe
                    .size();
        }
        return sum;
    }

    @Case(kind = POSITIVE, statements = 52)
    long native_query_in_a_loop(Session session) {
        readings(session, 1_200);
        long sum = 0;
        for (int i = 0; i < QUERIES; i++) {
            sum += session.createNativeQuery("select count(*) from Probe", Long.class)
                    .getSingleResult(); // dirty checks likely: table Probe on 6
        }
        return sum;
    }

    @Case(kind = POSITIVE, statements = 51, settings = "hibernate.jdbc.batch_size=2000")
    long query_in_a_loop_after_inserts(Session session) {
        persist(session, 5_001, 6_200);
        session.flush();
        long sum = 0;
        for (int i = 0; i < QUERIES; i++) {
            sum += session.createQuery("select count(p) from Probe p", Long.class)
                    .getSingleResult(); // dirty checks likely: table Probe
        }
        return sum;
    }

    @Case(kind = POSITIVE, statements = 53)
    long query_in_a_loop_before_one_change(Session session) {
        List<Reading> readings = readings(session, 1_200);
        long sum = 0;
        for (int i = 0; i < QUERIES; i++) {
            sum += session.createQuery("select count(p) from Probe p", Long.class)
                    .getSingleResult(); // dirty checks likely: table Probe
        }
        readings.get(0).setName("Other");
        session.flush();
        return sum;
    }

    @Case(kind = REMEDY, statements = 52)
    long query_that_does_not_flush(Session session) {
        readings(session, 1_200);
        TypedQuery<Long> query = session.createQuery("select count(p) from Probe p", Long.class);
        query.setFlushMode(FlushModeType.COMMIT);
        long sum = 0;
        for (int i = 0; i < QUERIES; i++) {
            sum += query.getSingleResult();
        }
        return sum;
    }

    @Case(kind = LOOK_ALIKE, statements = 7)
    long few_queries(Session session) {
        readings(session, 1_200);
        return LongStream.range(0, 5).map(i -> count(session)).sum();
    }

    @Case(kind = LOOK_ALIKE, statements = 52)
    long queries_with_few_entities(Session session) {
        readings(session, 100);
        return LongStream.range(0, QUERIES).map(i -> count(session)).sum();
    }

    @Case(kind = LOOK_ALIKE, statements = 52)
    long queries_of_a_read_only_session(Session session) {
        session.setDefaultReadOnly(true);
        readings(session, 1_200);
        return LongStream.range(0, QUERIES).map(i -> count(session)).sum();
    }

    @Case(kind = LOOK_ALIKE, statements = 52)
    long queries_of_a_session_that_flushes_by_hand(Session session) {
        session.setHibernateFlushMode(FlushMode.MANUAL);
        readings(session, 1_200);
        return LongStream.range(0, QUERIES).map(i -> count(session)).sum();
    }

    @Case(kind = LOOK_ALIKE, statements = 52)
    long queries_of_a_cleared_session(Session session) {
        readings(session, 1_200);
        session.clear();
        return LongStream.range(0, QUERIES).map(i -> count(session)).sum();
    }

    /** Each flush has something to write. */
    @Case(kind = LOOK_ALIKE, statements = 102)
    long queries_after_changes(Session session) {
        List<Reading> readings = readings(session, 1_200);
        long sum = 0;
        for (int i = 0; i < QUERIES; i++) {
            readings.get(i).setName("Other");
            sum += list(session, "select count(r) from Reading r where r.name = 'Other'", Long.class)
                    .get(0);
        }
        return sum;
    }

    @Case(kind = POSITIVE, statements = 15, settings = "hibernate.jdbc.batch_size=100")
    void inserts_without_clear(Session session) {
        // fix: flush() and clear() after every 50 entities at LongSessions.inserts_without_clear, or a StatelessSession
        for (long first = 5_001; first <= 6_500; first += 100) {
            persist(session, first, first + 99);
            session.flush(); // growing session likely: table Probe
        }
    }

    @Case(kind = POSITIVE, statements = 20, settings = "hibernate.jdbc.batch_size=200")
    void changes_without_clear(Session session) {
        for (long after = 0; after < 2_000; after += 200) {
            List<Reading> readings = list(
                    session, "from Reading r where r.id > " + after + " and r.id <= " + (after + 200), Reading.class);
            readings.forEach(reading -> reading.setName("Other"));
            session.flush(); // growing session likely: table Reading
        }
    }

    @Case(kind = POSITIVE, statements = 20, settings = "hibernate.jdbc.batch_size=200")
    long inserts_that_queries_flush(Session session) {
        long sum = 0;
        for (long first = 5_001; first <= 7_000; first += 200) {
            persist(session, first, first + 199);
            sum += session.createQuery("select count(p) from Probe p", Long.class)
                    .getSingleResult(); // growing session likely: table Probe
        }
        return sum;
    }

    @Case(kind = POSITIVE, statements = 1_260)
    void generated_keys_without_clear(Session session) {
        for (int i = 0; i < 10; i++) {
            for (int j = 0; j < 120; j++) {
                session.persist(new Sample());
            }
            for (int j = 0; j < 6; j++) {
                session.persist(new Probe(9_000 + 10 * i + j, "Probe"));
            }
            session.flush(); // growing session likely: table Probe
        }
    }

    @Case(kind = POSITIVE, statements = 30, settings = "hibernate.jdbc.batch_size=100")
    void copies_without_clear(Session session) {
        for (long after = 0; after < 1_500; after += 100) {
            for (Reading reading : part(session, after, after + 100)) {
                session.persist(new Probe(10_000 + reading.getId(), reading.getName()));
            }
            session.flush(); // growing session likely: table Probe
        }
    }

    @Case(kind = REMEDY, statements = 15, settings = "hibernate.jdbc.batch_size=100")
    void inserts_with_clear(Session session) {
        for (long first = 5_001; first <= 6_500; first += 100) {
            persist(session, first, first + 99);
            session.flush();
            session.clear();
        }
    }

    @Case(kind = REMEDY, statements = 1_100)
    void inserts_without_a_session(StatelessSession session) {
        for (long id = 5_001; id <= 6_100; id++) {
            session.insert(new Probe(id, "Probe " + id));
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 3, settings = "hibernate.jdbc.batch_size=500")
    void few_flushes(Session session) {
        for (long first = 5_001; first <= 6_500; first += 500) {
            persist(session, first, first + 499);
            session.flush();
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 10, settings = "hibernate.jdbc.batch_size=50")
    void few_entities(Session session) {
        for (long first = 5_001; first <= 5_500; first += 50) {
            persist(session, first, first + 49);
            session.flush();
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 12)
    void changes_of_what_was_loaded(Session session) {
        List<Reading> readings = readings(session, 1_200);
        for (int i = 0; i < 10; i++) {
            readings.get(i).setName("Other");
            session.flush();
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 20, settings = "hibernate.jdbc.batch_size=200")
    void changes_with_clear(Session session) {
        for (long after = 0; after < 2_000; after += 200) {
            part(session, after, after + 200).forEach(reading -> reading.setName("Other"));
            session.flush();
            session.clear();
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 10, settings = "hibernate.jdbc.batch_size=200")
    void inserts_with_eviction(Session session) {
        for (long first = 5_001; first <= 7_000; first += 200) {
            List<Probe> probes = LongStream.range(first, first + 200)
                    .mapToObj(id -> new Probe(id, "Probe " + id))
                    .toList();
            probes.forEach(session::persist);
            session.flush();
            probes.forEach(session::detach);
        }
    }

    @Case(kind = POSITIVE, statements = 2)
    void nothing_written(Session session) {
        // fix: @Transactional(readOnly = true), session.setDefaultReadOnly(true), or the hint org.hibernate.readOnly on
        // the
        // query at LongSessions.part
        readings(session, 1_200);
        session.flush();
    }

    @Case(kind = POSITIVE, statements = 3)
    void nothing_written_after_a_query(Session session) {
        for (int i = 0; i < 3; i++) {
            session.createQuery("from Reading r where mod(r.id, 5) = " + i, Reading.class)
                    .getResultList(); // read-only use likely: table Reading
        }
        session.flush();
    }

    @Case(kind = POSITIVE, statements = 2)
    int nothing_written_of_two_types(Session session) {
        int readings = session.createQuery("from Reading r where r.id <= 800", Reading.class)
                .getResultList() // read-only use likely: table Reading
                .size();
        int gauges =
                session.createQuery("from Gauge", Gauge.class).getResultList().size();
        session.flush();
        return readings + gauges;
    }

    @Case(kind = POSITIVE, statements = 2)
    void changes_that_are_undone(Session session) {
        List<Reading> readings = session.createQuery("from Reading r where r.id <= 900", Reading.class)
                .getResultList(); // read-only use likely: table Reading
        session.createQuery("from Gauge g where g.id <= 300", Gauge.class).getResultList();
        String name = readings.get(0).getName();
        readings.get(0).setName("Other");
        readings.get(0).setName(name);
        session.flush();
    }

    @Case(kind = POSITIVE, statements = 2)
    void nothing_written_until_the_commit(Session session) {
        session.createQuery("from Reading r where r.id <= 900", Reading.class)
                .getResultList(); // read-only use likely: table Reading
        session.createQuery("from Gauge g where g.id <= 300", Gauge.class).getResultList();
        session.getTransaction().commit();
        session.beginTransaction();
    }

    @Case(kind = REMEDY, statements = 2)
    void session_of_read_only_entities(Session session) {
        session.setDefaultReadOnly(true);
        readings(session, 1_200);
        session.flush();
    }

    @Case(kind = REMEDY, statements = 2)
    void session_that_never_flushes(Session session) {
        session.setHibernateFlushMode(FlushMode.MANUAL);
        readings(session, 1_200);
        session.getTransaction().commit();
        session.beginTransaction();
    }

    @Case(kind = REMEDY, statements = 2)
    void read_only_queries(Session session) {
        for (int i = 0; i < 2; i++) {
            session.createQuery("from Reading r where mod(r.id, 4) = " + i, Reading.class)
                    .setHint("org.hibernate.readOnly", true)
                    .getResultList();
        }
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    void few_entities_read(Session session) {
        readings(session, 400);
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    void one_change(Session session) {
        readings(session, 1_200).get(0).setName("Other");
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    void one_insert(Session session) {
        readings(session, 1_200);
        persist(session, 5_001, 5_001);
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    void session_that_is_cleared(Session session) {
        readings(session, 1_200);
        session.clear();
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    void no_flush(Session session) {
        readings(session, 1_200);
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    int change_by_a_query(Session session) {
        readings(session, 1_200);
        int changed = session.createMutationQuery("update Probe p set p.name = 'Other'")
                .executeUpdate();
        session.flush();
        return changed;
    }

    @Entity(name = "Reading")
    public static class Reading extends Named {}

    @Entity(name = "Gauge")
    public static class Gauge extends Named {}

    @Entity(name = "Probe")
    public static class Probe extends Named {
        Probe() {}

        Probe(long id, String name) {
            super(id, name);
        }
    }

    @Entity(name = "Sample")
    public static class Sample {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        public Long getId() {
            return id;
        }
    }
}
