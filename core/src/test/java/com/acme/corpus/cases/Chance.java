package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.DOUBTFUL;
import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.countBy;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.Session;
import org.hibernate.StatelessSession;

/** Keys that coincide, and owners that one line touches without a loop. */
// Applications still use deprecated forms, and columns are mapped that no case reads.
@SuppressWarnings({"deprecation", "removal", "unchecked", "unused"})
public final class Chance {

    /** The years are counted by the code; that there is a table of seasons is another matter. */
    @Case(kind = LOOK_ALIKE, statements = 5)
    long matches_by_year(Session session) {
        long sum = all(session, Season.class).size();
        for (int year = 2021; year <= 2024; year++) {
            sum += countBy(session, "Match", "playedIn", year).getSingleResult();
        }
        return sum;
    }

    /** Steps of ten, as positions of documents are numbered. */
    @Case(kind = LOOK_ALIKE, statements = 5)
    long steps_of_ten(Session session) {
        long sum = all(session, Tier.class).size();
        for (int percent = 10; percent <= 40; percent += 10) {
            sum += countBy(session, "Rebate", "percent", percent).getSingleResult();
        }
        return sum;
    }

    /** Bits of a mask. */
    @Case(kind = LOOK_ALIKE, statements = 5)
    long bits_of_a_mask(Session session) {
        long sum = all(session, Duty.class).size();
        for (int bit = 1; bit <= 8; bit <<= 1) {
            sum += countBy(session, "Rebate", "mask", bit).getSingleResult();
        }
        return sum;
    }

    /** Minutes of an hour, and a table with the same numbers. */
    @Case(kind = LOOK_ALIKE, statements = 4)
    long bits_without_the_first(Session session) {
        long sum = list(session, "from Duty d where d.id > 1 order by d.id", Duty.class)
                .size();
        for (int bit = 2; bit <= 8; bit <<= 1) {
            sum += countBy(session, "Rebate", "mask", bit).getSingleResult();
        }
        return sum;
    }

    /** The languages are configured; the table of languages was read for a choice on the same screen. */
    @Case(kind = LOOK_ALIKE, statements = 4)
    long configured_languages(Session session) {
        long sum = all(session, Lang.class).size();
        for (String code : List.of("de", "en", "fr")) {
            sum += countBy(session, "Caption", "lang", code).getSingleResult();
        }
        return sum;
    }

    /** The plans are constants of the code; but one query could answer for all rows that were read, and they were read. */
    @Case(kind = POSITIVE, statements = 4)
    long subscribers_by_plan(Session session) {
        long sum = all(session, Plan.class).size();
        for (long plan = 1; plan <= 3; plan++) {
            sum += countBy(session, "Subscriber", "plan.id", plan).getSingleResult(); // N+1: Plan.subscribers
        }
        return sum;
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    int first_against_last(Session session) {
        List<Plan> plans = all(session, Plan.class);
        Plan low = plans.get(0);
        Plan high = plans.get(2);
        return low.getSubscribers().size() - high.getSubscribers().size();
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    int larger_of_two(Session session) {
        List<Plan> plans = all(session, Plan.class);
        return larger(plans.get(0), plans.get(1));
    }

    private static int larger(Plan one, Plan other) {
        return Math.max(one.getSubscribers().size(), other.getSubscribers().size());
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    String two_calls_on_one_line(Session session) {
        List<Plan> plans = all(session, Plan.class);
        return text(plans.get(0)) + text(plans.get(2));
    }

    private static String text(Plan plan) {
        return plan.getName() + plan.getSubscribers().size();
    }

    /** Three attempts begin from the start and touch the first row only. */
    @Case(kind = LOOK_ALIKE, statements = 6)
    int retried_unit(Session session) {
        int sum = 0;
        for (int attempt = 0; attempt < 3; attempt++) {
            session.clear();
            sum += all(session, Plan.class).get(0).getSubscribers().size();
        }
        return sum;
    }

    /** Each attempt touches another row: a round robin over three requests. */
    @Case(kind = LOOK_ALIKE, statements = 6)
    int round_robin_over_fresh_results(Session session) {
        int sum = 0;
        for (int turn = 0; turn < 3; turn++) {
            session.clear();
            sum += all(session, Plan.class).get(turn).getSubscribers().size();
        }
        return sum;
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    int references_to_one_row(Session session) {
        int letters = list(session, "from Duty", Duty.class).size();
        letters += list(session, "from Lang", Lang.class).size();
        for (Subscriber subscriber : list(session, "from Subscriber s where s.plan.id = 2", Subscriber.class)) {
            letters += subscriber.getPlan().getName().length();
        }
        return letters;
    }

    /** The queue hands out one job after the other. */
    @Case(kind = DOUBTFUL, statements = 10)
    int queue_of_jobs(Connection connection) throws SQLException {
        int steps = 0;
        for (long job = next(connection); job != 0; job = next(connection)) {
            try (PreparedStatement statement =
                    connection.prepareStatement("select count(*) from JobStep where job_id = ?")) {
                statement.setLong(1, job);
                steps += number(statement.executeQuery()); // N+1 likely: table JobStep
            }
            try (PreparedStatement statement = connection.prepareStatement("update Job set done = true where id = ?")) {
                statement.setLong(1, job);
                statement.executeUpdate();
            }
        }
        return steps;
    }

    private static long next(Connection connection) throws SQLException {
        String sql = "select id from Job where done = false order by id fetch first 1 rows only";
        try (Statement statement = connection.createStatement()) {
            return number(statement.executeQuery(sql));
        }
    }

    /** Twelve months, each between two days. */
    @Case(kind = LOOK_ALIKE, statements = 13)
    int months_of_a_year(Connection connection) throws SQLException {
        int sum = ids(connection, "select id from Match order by id").size();
        String sql = "select count(*) from Match where month(playedOn) = ? and playedIn = 2022";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int month = 1; month <= 12; month++) {
                statement.setInt(1, month);
                sum += number(statement.executeQuery());
            }
        }
        return sum;
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    int what_is_typed_so_far(Connection connection) throws SQLException {
        int sum = 0;
        for (int length = 1; length <= 4; length++) {
            try (PreparedStatement statement =
                    connection.prepareStatement("select count(*) from Caption where text like ?")) {
                statement.setString(1, "hell".substring(0, length) + "%");
                sum += number(statement.executeQuery());
            }
        }
        return sum;
    }

    /** Rows of an open result, asked for by four at a time. */
    @Case(kind = LOOK_ALIKE, statements = 4)
    int groups_of_four_from_an_open_result(Connection connection) throws SQLException {
        int sum = 0;
        List<Long> group = new ArrayList<>();
        try (Statement matches = connection.createStatement();
                ResultSet rows = matches.executeQuery("select id from Match order by id");
                PreparedStatement goals =
                        connection.prepareStatement("select count(*) from Goal where match_id = any(?)")) {
            while (rows.next()) {
                group.add(rows.getLong(1));
                if (group.size() == 4) {
                    goals.setObject(1, group.toArray(new Long[0]));
                    sum += number(goals.executeQuery());
                    group.clear();
                }
            }
        }
        return sum;
    }

    @Case(kind = POSITIVE, statements = 13)
    int goals_by_array_of_one(Connection connection) throws SQLException {
        int sum = 0;
        try (PreparedStatement goals =
                connection.prepareStatement("select count(*) from Goal where match_id = any(?)")) {
            for (Long id : ids(connection, "select id from Match order by id")) {
                goals.setObject(1, new Long[] {id});
                sum += number(goals.executeQuery()); // N+1: table Goal
            }
        }
        return sum;
    }

    /** Keys of this database, asked for in another one. */
    @Case(kind = POSITIVE, statements = 13)
    int second_database(Connection connection, DataSource films) throws SQLException {
        int sum = 0;
        fillArchive();
        try (Connection archive = films.getConnection();
                PreparedStatement size = archive.prepareStatement("select size from Film where match_no = ?")) {
            for (Long id : ids(connection, "select id from Match order by id")) {
                size.setLong(1, id);
                sum += number(size.executeQuery()); // N+1: table Film
            }
        }
        return sum;
    }

    /** Small numbers of the other database. */
    @Case(kind = DOUBTFUL, statements = 4)
    int second_database_with_equal_numbers(Connection connection, DataSource films) throws SQLException {
        fillArchive();
        int sum = ids(connection, "select id from Plan order by id").size();
        try (Connection archive = films.getConnection();
                PreparedStatement count = archive.prepareStatement("select count(*) from Film where size = ?")) {
            for (int size = 1; size <= 3; size++) {
                count.setInt(1, size);
                sum += number(count.executeQuery()); // N+1 likely: table Film
            }
        }
        return sum;
    }

    private static void fillArchive() throws SQLException {
        JdbcDataSource archive = new JdbcDataSource();
        archive.setURL("jdbc:h2:mem:archive;DB_CLOSE_DELAY=-1");
        try (Connection connection = archive.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists Film (match_no bigint, size int)");
        }
    }

    /** Ids that an importer read from text, in no order. */
    @Case(kind = POSITIVE, statements = 5)
    int ids_in_text(StatelessSession session) {
        int letters = 0;
        String line = "1100,1004,1025,1064,1049";
        for (String id : line.split(",", -1)) {
            letters += session.get(Match.class, Long.parseLong(id)).getPlayedIn(); // N+1 likely: table Match
        }
        return letters;
    }

    /** One query per element of what the caller asked for, each with a list of its own. */
    @Case(kind = LOOK_ALIKE, statements = 2)
    long two_lists_of_one_request(Session session) {
        String query = "select count(g) from Goal g where g.match.id in :ids";
        long home = session.createQuery(query, Long.class)
                .setParameter("ids", List.of(1004L, 1009L))
                .getSingleResult();
        long away = session.createQuery(query, Long.class)
                .setParameter("ids", List.of(1025L))
                .getSingleResult();
        return home - away;
    }

    private static List<Long> ids(Connection connection, String sql) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    private static int number(ResultSet rows) throws SQLException {
        try (rows) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    @Entity(name = "Season")
    public static class Season {
        @Id
        private Integer id;

        private String name;
    }

    @Entity(name = "Tier")
    public static class Tier {
        @Id
        private Integer id;
    }

    @Entity(name = "Duty")
    public static class Duty {
        @Id
        private Integer id;
    }

    @Entity(name = "Rebate")
    public static class Rebate {
        @Id
        private Long id;

        private int percent;
        private int mask;
    }

    @Entity(name = "Lang")
    public static class Lang {
        @Id
        private String id;
    }

    @Entity(name = "Caption")
    public static class Caption {
        @Id
        private Long id;

        private String lang;
        private String text;
    }

    @Entity(name = "Plan")
    public static class Plan {
        @Id
        private Long id;

        private String name;

        @OneToMany(mappedBy = "plan")
        private List<Subscriber> subscribers;

        public String getName() {
            return name;
        }

        public List<Subscriber> getSubscribers() {
            return subscribers;
        }
    }

    @Entity(name = "Subscriber")
    public static class Subscriber {
        @Id
        private Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Plan plan;

        public Plan getPlan() {
            return plan;
        }
    }

    @Entity(name = "Match")
    public static class Match {
        @Id
        private Long id;

        private int playedIn;
        private java.time.LocalDate playedOn;

        public int getPlayedIn() {
            return playedIn;
        }
    }

    @Entity(name = "Goal")
    public static class Goal {
        @Id
        private Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Match match;
    }

    @Entity(name = "Job")
    public static class Job {
        @Id
        private Long id;

        private boolean done;
    }

    @Entity(name = "JobStep")
    public static class JobStep {
        @Id
        private Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Job job;
    }
}
