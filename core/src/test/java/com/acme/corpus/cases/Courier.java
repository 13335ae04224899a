package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/** Deliveries read over JDBC, by native queries, without a persistence context, and by a session for each message. */
// Columns are mapped that no case reads.
@SuppressWarnings({"unused", "StringSplitter", "UnusedVariable"})
public final class Courier {

    private static final String DROPS = "select id, driver_id, depot_id from Trip order by id";

    @Case(kind = POSITIVE, statements = 5)
    int drops_of_each_driver(Connection connection) throws SQLException {
        Dao dao = new Dao(connection);
        int sum = 0;
        for (long driver : dao.drivers()) {
            sum += dao.dropsOf(driver);
        }
        return sum;
    }

    @Case(kind = POSITIVE, statements = 5)
    int repairs_of_each_van(Connection connection) throws SQLException {
        List<String> plates = texts(connection, "select plate from Van order by plate");
        int repairs = 0;
        for (String plate : plates) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery( // N+1: table Repair
                            "select count(*) from Repair where van_plate = '" + plate + "'")) {
                repairs += rows.next() ? rows.getInt(1) : 0;
            }
        }
        return repairs;
    }

    /** Ids of drivers and of depots are the same small numbers. */
    @Case(kind = POSITIVE, statements = 13)
    int driver_and_depot_of_each_drop(Connection connection) throws SQLException {
        List<long[]> drops = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(DROPS)) {
            while (rows.next()) {
                drops.add(new long[] {rows.getLong("driver_id"), rows.getLong("depot_id")});
            }
        }
        int letters = 0;
        for (long[] drop : drops) {
            letters += text(connection, "select name from Driver where id = ?", drop[0])
                    .length();
            letters += text(connection, "select city from Depot where id = ?", drop[1])
                    .length();
        }
        return letters;
    }

    private static String text(Connection connection, String sql, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, key);
            try (ResultSet rows =
                    statement.executeQuery()) { // N+1: table Driver and table Depot for driver_and_depot_of_each_drop
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    interface RowMapper {
        int map(ResultSet row) throws SQLException;
    }

    private static int query(Connection connection, String sql, RowMapper mapper) throws SQLException {
        int sum = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                sum += mapper.map(rows);
            }
        }
        return sum;
    }

    @Case(kind = POSITIVE, statements = 7)
    int mapper_that_asks_for_scans(Connection connection) throws SQLException {
        return query(connection, DROPS, row -> scans(connection, row.getLong(1)));
    }

    private static int scans(Connection connection, long drop) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select 1 from Scan where trip_id = ? fetch first 1 rows only")) {
            statement.setLong(1, drop);
            try (ResultSet rows = statement.executeQuery()) { // N+1: table Scan for mapper_that_asks_for_scans
                return rows.next() ? 1 : 0;
            }
        }
    }

    @Case(kind = REMEDY, statements = 1)
    int scans_joined(Connection connection) throws SQLException {
        String sql = "select d.id, count(s.id) from Trip d left join Scan s on s.trip_id = d.id group by d.id";
        return query(connection, sql, row -> row.getInt(2) == 0 ? 0 : 1);
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    int names_in_a_map(Connection connection) throws SQLException {
        Map<Long, String> names = new HashMap<>();
        query(connection, "select id, name from Driver", row -> {
            names.put(row.getLong(1), row.getString(2));
            return 0;
        });
        return query(connection, DROPS, row -> names.get(row.getLong(2)).length());
    }

    /** Three levels of priority; the depots have the ids 1 to 3. */
    @Case(kind = LOOK_ALIKE, statements = 4)
    int drops_by_priority(Connection connection) throws SQLException {
        int sum = query(connection, "select id from Depot order by id", row -> 1);
        try (PreparedStatement statement =
                connection.prepareStatement("select count(*) from Trip where priority = ?")) {
            for (int priority = 1; priority <= 3; priority++) {
                statement.setInt(1, priority);
                sum += number(statement);
            }
        }
        return sum;
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    int polls_one_state(Connection connection) throws SQLException {
        int polls = 0;
        try (PreparedStatement statement = connection.prepareStatement("select priority from Trip where id = ?")) {
            for (int poll = 0; poll < 4; poll++) {
                statement.setLong(1, 71L);
                polls += number(statement) > 0 ? 1 : 0;
            }
        }
        return polls;
    }

    /** A consumer that asks what came after the last it saw. */
    @Case(kind = LOOK_ALIKE, statements = 7)
    int next_scan_after_the_last(Connection connection) throws SQLException {
        int seen = 0;
        try (PreparedStatement statement = connection.prepareStatement("select min(id) from Scan where id > ?")) {
            for (long last = number(statement, 0); last != 0; last = number(statement, last)) {
                seen++;
            }
        }
        return seen;
    }

    private static int number(PreparedStatement statement, long key) throws SQLException {
        statement.setLong(1, key);
        return number(statement);
    }

    private static int number(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    /** A worker takes one after the other and marks it. */
    @Case(kind = LOOK_ALIKE, statements = 7)
    int worker_that_takes_the_next(Connection connection) throws SQLException {
        // fix: none
        int done = 0;
        while (true) {
            try (PreparedStatement next = connection.prepareStatement(
                            "select id from Trip where state = 'NEW' order by id fetch first 1 rows only for update");
                    PreparedStatement mark =
                            connection.prepareStatement("update Trip set state = 'DONE' where id = ?")) {
                long id = number(next);
                if (id == 0) {
                    return done;
                }
                mark.setLong(1, id);
                done += mark.executeUpdate();
            }
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    int tiles_of_a_dashboard(Connection connection) throws SQLException {
        Dao dao = new Dao(connection);
        int fresh = dao.inState("NEW");
        int done = dao.inState("DONE");
        int lost = dao.inState("LOST");
        return fresh + done + lost;
    }

    /** The text of another table, which no key relates; each row is visited in order. */
    @Case(kind = POSITIVE, statements = 4)
    int drops_by_the_city_of_a_depot(Connection connection) throws SQLException {
        int sum = 0;
        for (String city : texts(connection, "select city from Depot order by id")) {
            try (PreparedStatement statement =
                    connection.prepareStatement("select count(*) from Trip where city = ?")) {
                statement.setString(1, city);
                sum += number(statement.executeQuery()); // N+1: table Trip
            }
        }
        return sum;
    }

    private static int number(ResultSet rows) throws SQLException {
        try (rows) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    @Case(kind = POSITIVE, statements = 7)
    int stateless_driver_of_each_drop(StatelessSession session) {
        int letters = 0;
        for (Trip drop :
                session.createQuery("from Trip d order by d.id", Trip.class).getResultList()) {
            Driver driver = session.get(Driver.class, drop.getDriver().getId()); // N+1: table Driver
            letters += driver.getName().length();
        }
        return letters;
    }

    /** Each message has a session of its own. */
    @Case(kind = POSITIVE, statements = 13)
    int messages(Session session, SessionFactory factory) {
        int letters = 0;
        for (Long id : list(session, "select d.id from Trip d order by d.id", Long.class)) {
            letters += factory.fromTransaction(own -> handle(own, id));
        }
        return letters;
    }

    private static int handle(Session session, Long id) {
        Trip drop = session.find(Trip.class, id); // N+1: table Trip for messages
        return drop.getDriver().getName().length(); // N+1: Trip.driver in table Trip for messages
    }

    /** Another thread executes what this one waits for; whose statements they are is an assumption. */
    @Case(kind = POSITIVE, statements = 7)
    int scans_on_another_thread(Session session, SessionFactory factory) throws Exception {
        int sum = 0;
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            for (Long id : list(session, "select d.id from Trip d order by d.id", Long.class)) {
                sum += pool.submit(() -> countScans(factory, id)).get();
            }
        } finally {
            pool.shutdown();
        }
        return sum;
    }

    private static int countScans(SessionFactory factory, Long id) {
        try (Session own = factory.openSession()) {
            return own.createNativeQuery("select count(*) from Scan where trip_id = :id", Integer.class)
                    .setParameter("id", id)
                    .getSingleResult(); // N+1 likely: table Scan for scans_on_another_thread
        }
    }

    @Case(kind = POSITIVE, statements = 5)
    int native_entities(Session session) {
        int letters = 0;
        for (Trip drop : session.createNativeQuery("select * from Trip where priority < 3", Trip.class)
                .getResultList()) {
            letters += drop.getDriver().getName().length(); // N+1: Trip.driver
        }
        return letters;
    }

    /** Numbers that a user typed, each asked for by itself. */
    @Case(kind = POSITIVE, statements = 3)
    int typed_numbers(Session session) {
        int known = 0;
        for (String typed : "74,71,99".split(",")) {
            Trip drop = session.find(Trip.class, Long.valueOf(typed)); // N+1 likely: table Trip
            known += drop == null ? 0 : 1;
        }
        return known;
    }

    /** The depots are a choice on the screen; the numbers are counted by the code. */
    @Case(kind = POSITIVE, statements = 4)
    int drivers_counted_by_the_code(Session session) {
        int letters = all(session, Depot.class).size();
        for (long id = 1; id <= 3; id++) {
            letters += session.find(Driver.class, id).getName().length(); // N+1 likely: table Driver
        }
        return letters;
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    int drops_in_one_list(Session session) {
        List<Long> ids = list(session, "select d.id from Driver d", Long.class);
        return session.createNativeQuery("select count(*) from Trip where driver_id in (:ids)", Integer.class)
                .setParameter("ids", ids)
                .getSingleResult();
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        query(connection, sql, row -> {
            texts.add(row.getString(1));
            return 0;
        });
        return texts;
    }

    /** A data access object. */
    private static final class Dao {
        private final Connection connection;

        Dao(Connection connection) {
            this.connection = connection;
        }

        List<Long> drivers() throws SQLException {
            List<Long> ids = new ArrayList<>();
            query(connection, "select id from Driver order by name", row -> {
                ids.add(row.getLong(1));
                return 0;
            });
            return ids;
        }

        int dropsOf(long driver) throws SQLException {
            try (PreparedStatement statement =
                    connection.prepareStatement("select count(*) from Trip where driver_id = ?")) {
                statement.setLong(1, driver);
                return number(statement.executeQuery()); // N+1: table Trip for drops_of_each_driver
            }
        }

        int inState(String state) throws SQLException {
            try (PreparedStatement statement =
                    connection.prepareStatement("select count(*) from Trip where state = ?")) {
                statement.setString(1, state);
                return number(statement.executeQuery());
            }
        }
    }

    @Entity(name = "Driver")
    public static class Driver {
        @Id
        private Long id;

        private String name;

        public Long getId() {
            return id;
        }

        public String getName() {
            return name;
        }
    }

    @Entity(name = "Depot")
    public static class Depot {
        @Id
        private Long id;

        private String city;
    }

    @Entity(name = "Van")
    public static class Van {
        @Id
        private String plate;
    }

    @Entity(name = "Repair")
    public static class Repair {
        @Id
        private Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Van van;
    }

    @Entity(name = "Trip")
    public static class Trip {
        @Id
        private Long id;

        private String state;
        private String city;
        private int priority;

        @ManyToOne(fetch = FetchType.LAZY)
        private Driver driver;

        @ManyToOne(fetch = FetchType.LAZY)
        private Depot depot;

        public Driver getDriver() {
            return driver;
        }
    }

    @Entity(name = "Scan")
    public static class Scan {
        @Id
        private Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Trip trip;
    }
}
