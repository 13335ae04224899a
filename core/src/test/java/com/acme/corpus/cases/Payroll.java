package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import io.querybudget.recording.UnitOfWork;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** Workers and what they are paid, read by keys of all types. */
// Columns are mapped that no case reads.
@SuppressWarnings("unused")
public final class Payroll {

    private static final String WORKERS = "from Worker order by name";

    /** The mapper of each row asks for the rows below, while the result is open. */
    @Case(kind = POSITIVE, statements = 10)
    int mappers_in_mappers(Connection connection) throws SQLException {
        Template template = new Template(connection);
        return template.query("select id from Division order by id", division -> workers(template, division.getInt(1)))
                .size();
    }

    private static int workers(Template template, int division) throws SQLException {
        String query = "select id from Worker where division_id = ? order by id";
        return template.query(query, worker -> skills(template, worker.getLong(1)), division)
                .size();
    }

    private static int skills(Template template, long worker) throws SQLException {
        return template.texts("select title from Skill where worker_id = ?", worker)
                .size();
    }

    @Case(kind = REMEDY, statements = 1)
    int one_mapper(Connection connection) throws SQLException {
        String query = "select s.title from Division d left join Worker w on w.division_id = d.id"
                + " left join Skill s on s.worker_id = w.id order by d.id";
        return new Template(connection).query(query, row -> row.getString(1)).size();
    }

    @Case(kind = POSITIVE, statements = 7)
    int balances_by_decimals(Connection connection) throws SQLException {
        int sum = 0;
        Template template = new Template(connection);
        for (BigDecimal account : template.query("select accountNo " + WORKERS, row -> row.getBigDecimal(1))) {
            try (PreparedStatement balance =
                    connection.prepareStatement("select balance from BankBook where bookNo = ?")) {
                balance.setBigDecimal(1, account);
                sum += number(balance.executeQuery()); // N+1: table BankBook
            }
        }
        return sum;
    }

    /** The numbers are kept as text in one of the tables. */
    @Case(kind = POSITIVE, statements = 7)
    int cards_by_numbers_as_text(Connection connection) throws SQLException {
        int sum = 0;
        Template template = new Template(connection);
        for (Long worker : template.query("select id " + WORKERS, row -> row.getLong("id"))) {
            try (PreparedStatement hours =
                    connection.prepareStatement("select sum(hours) from TimeCard where workerNo = ?")) {
                hours.setString(1, Long.toString(worker));
                sum += number(hours.executeQuery()); // N+1 likely: table TimeCard
            }
        }
        return sum;
    }

    @Case(kind = POSITIVE, statements = 7)
    int doors_by_badges_as_text(Connection connection) throws SQLException {
        int sum = 0;
        Template template = new Template(connection);
        for (UUID badge : template.query("select badge " + WORKERS, row -> row.getObject(1, UUID.class))) {
            try (PreparedStatement doors =
                    connection.prepareStatement("select count(*) from DoorLog where badge = ?")) {
                doors.setString(1, badge.toString());
                sum += number(doors.executeQuery()); // N+1: table DoorLog
            }
        }
        return sum;
    }

    /** The column pads its values, and the code cuts them. */
    @Case(kind = POSITIVE, statements = 7)
    int pay_by_trimmed_grades(Connection connection) throws SQLException {
        int sum = 0;
        Template template = new Template(connection);
        for (String grade : template.query("select grade " + WORKERS, row -> row.getString(1))) {
            try (PreparedStatement pay = connection.prepareStatement("select pay from Grade where code = ?")) {
                pay.setString(1, grade.strip());
                sum += number(pay.executeQuery()); // N+1 likely: table Grade
            }
        }
        return sum;
    }

    @Case(kind = POSITIVE, statements = 5)
    int pay_by_a_map_of_grades(Connection connection) throws SQLException {
        Map<String, Integer> pay = new HashMap<>();
        Template template = new Template(connection);
        int sum = 0;
        for (String grade : template.query("select w.grade from Worker w order by w.name", row -> row.getString(1))) {
            sum += pay.computeIfAbsent(grade, code -> pay(template, code));
        }
        return sum;
    }

    private static int pay(Template template, String grade) {
        try (PreparedStatement pay = template.connection().prepareStatement("select pay from Grade where code = ?")) {
            pay.setString(1, grade);
            return number(pay.executeQuery()); // N+1: table Grade for pay_by_a_map_of_grades
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Case(kind = POSITIVE, statements = 6)
    int holidays_by_dates(Session session) {
        int holidays = 0;
        for (Absence absence : all(session, Absence.class)) {
            Holiday holiday = session.find(Holiday.class, absence.getMissedOn()); // N+1: table Holiday
            holidays += holiday == null ? 0 : 1;
        }
        return holidays;
    }

    /** Six claims are in three stages. */
    @Case(kind = POSITIVE, statements = 4)
    int rules_by_stages(Session session) {
        int days = 0;
        for (Claim claim : all(session, Claim.class)) {
            days += session.find(StageRule.class, claim.getStage()).getDays(); // N+1: table StageRule
        }
        return days;
    }

    @Case(kind = POSITIVE, statements = 6)
    int used_since_the_measure_before(Session session) {
        // fix: one query that joins measure with the rows that the keys come from at
        // Payroll.used_since_the_measure_before instead of one for each key
        // fix: leaves 2 statements
        int used = 0;
        for (Measure measure : all(session, Measure.class)) {
            used += session
                    .createQuery(
                            "select m.count from Measure m where m.meter = :meter and m.takenAt < :at"
                                    + " order by m.takenAt desc",
                            Integer.class)
                    .setParameter("meter", measure.getMeter())
                    .setParameter("at", measure.getTakenAt())
                    .setMaxResults(1)
                    .getResultList() // N+1: table Measure
                    .stream()
                    .mapToInt(before -> measure.getCount() - before)
                    .sum();
        }
        return used;
    }

    /** Each row names the workers in a text. */
    @Case(kind = POSITIVE, statements = 5)
    long workers_of_each_rota(Session session) {
        long workers = 0;
        for (Rota rota : all(session, Rota.class)) {
            workers += session.createQuery("select count(w) from Worker w where w.id in :ids", Long.class)
                    .setParameter("ids", rota.getWorkerIds())
                    .getSingleResult(); // N+1 likely: table Worker
        }
        return workers;
    }

    /** A function of the database, called for each row. */
    @Case(kind = POSITIVE, statements = 7)
    int function_per_row(Connection connection) throws SQLException {
        // fix: one query that calls the function for the rows that the keys come from at Payroll.function_per_row
        // instead
        // of one for each key
        // fix: leaves 2 statements
        int sum = 0;
        Template template = new Template(connection);
        try (PreparedStatement net = connection.prepareStatement("select net_of(?)")) {
            for (Long worker : template.query("select id " + WORKERS, row -> row.getLong(1))) {
                net.setLong(1, worker);
                sum += number(net.executeQuery()); // N+1 likely: table unknown
            }
        }
        return sum;
    }

    /** Each worker on each day of a week. */
    @Case(kind = POSITIVE, statements = 19)
    int grid_of_shifts(Session session) {
        // fix: one query "select s from Shift s where s.id in :ids" instead of one find each at Payroll.grid_of_shifts
        // fix: leaves 2 statements
        int shifts = 0;
        for (Long worker : list(session, "select w.id from Worker w order by w.name", Long.class)) {
            for (int weekday = 1; weekday <= 3; weekday++) {
                Shift shift = session.find(Shift.class, new ShiftId(worker, weekday)); // N+1: table Shift
                shifts += shift == null ? 0 : 1;
            }
        }
        return shifts;
    }

    @Case(kind = REMEDY, statements = 2, repairs = "grid_of_shifts")
    int grid_of_shifts_by_one_query(Session session) {
        List<ShiftId> ids = list(session, "select w.id from Worker w order by w.name", Long.class).stream()
                .flatMap(worker -> Stream.of(1, 2, 3).map(weekday -> new ShiftId(worker, weekday)))
                .toList();
        return session.createQuery("select s from Shift s where s.id in :ids", Shift.class)
                .setParameter("ids", ids)
                .getResultList()
                .size();
    }

    @Case(kind = POSITIVE, statements = 7)
    long queue_drained_by_another_thread(Session session, SessionFactory factory, UnitOfWork unit)
            throws InterruptedException {
        Queue<Long> queue =
                new ConcurrentLinkedQueue<>(list(session, "select w.id from Worker w order by w.name", Long.class));
        LongAdder letters = new LongAdder();
        Thread consumer = new Thread(unit.wrap(() -> drain(factory, queue, letters)));
        consumer.start();
        consumer.join();
        return letters.sum();
    }

    private static void drain(SessionFactory factory, Queue<Long> queue, LongAdder letters) {
        try (Session session = factory.openSession()) {
            for (Long id = queue.poll(); id != null; id = queue.poll()) {
                Worker worker = session.find(Worker.class, id); // N+1: table Worker for queue_drained_by_another_thread
                letters.add(worker.getName().length());
            }
        }
    }

    /** Both keys of one row, in the order that prevents a deadlock. */
    @Case(kind = LOOK_ALIKE, statements = 3)
    int both_ends_of_a_transfer(Connection connection) throws SQLException {
        int sum = 0;
        Template template = new Template(connection);
        String query = "select payer, payee from Transfer where id = 1";
        List<Long> ends = template.query(query, row -> List.of(row.getLong(1), row.getLong(2)))
                .get(0);
        for (Long end : ends.stream().sorted().toList()) {
            try (PreparedStatement balance =
                    connection.prepareStatement("select balance from BankBook where bookNo = ? for update")) {
                balance.setLong(1, end);
                sum += number(balance.executeQuery());
            }
        }
        return sum;
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    String three_nations_of_one_invoice(Connection connection) throws SQLException {
        StringBuilder text = new StringBuilder();
        Template template = new Template(connection);
        String query = "select billedIn, shippedTo, taxedIn from Invoice where id = 2";
        List<String> codes = template.query(query, row -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .get(0);
        for (String code : codes) {
            try (PreparedStatement nation = connection.prepareStatement("select name from Nation where code = ?")) {
                nation.setString(1, code);
                text.append(text(nation.executeQuery()));
            }
        }
        return text.toString();
    }

    /** Each year has its own table. */
    @Case(kind = LOOK_ALIKE, statements = 4)
    int partitions(Connection connection) throws SQLException {
        int sum = 0;
        Template template = new Template(connection);
        for (Integer ended : template.query("select ended from Ledger order by ended", row -> row.getInt(1))) {
            sum += template.query("select amount from Entry_" + ended, row -> row.getInt(1))
                    .size();
        }
        return sum;
    }

    /** Which number comes next depends on what the last one led to. */
    @Case(kind = LOOK_ALIKE, statements = 6)
    int bisected(Connection connection) throws SQLException {
        int low = 0;
        int high = 64;
        try (PreparedStatement count = connection.prepareStatement("select count(*) from Measure where id <= ?")) {
            while (high - low > 1) {
                int middle = (low + high) / 2;
                count.setInt(1, middle);
                if (number(count.executeQuery()) < 3) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
        }
        return high;
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    int polled_since_a_time(Connection connection) throws SQLException {
        int seen = 0;
        LocalDateTime since = LocalDateTime.of(2026, 1, 1, 0, 0);
        for (int poll = 0; poll < 4; poll++) {
            try (PreparedStatement count =
                    connection.prepareStatement("select count(*) from Measure where takenAt > ?")) {
                count.setObject(1, since);
                seen += number(count.executeQuery());
            }
            since = since.plusSeconds(30);
        }
        return seen;
    }

    @Case(kind = LOOK_ALIKE, statements = 7)
    long absences_by_month(Session session) {
        long sum = all(session, Absence.class).size();
        for (int month = 1; month <= 6; month++) {
            sum += session.createQuery(
                            "select count(a) from Absence a where a.missedOn between :first and :last", Long.class)
                    .setParameter("first", YearMonth.of(2026, month).atDay(1))
                    .setParameter("last", YearMonth.of(2026, month).atEndOfMonth())
                    .getSingleResult();
        }
        return sum;
    }

    /** The screen lists all settings, and each rule reads its own. */
    @Case(kind = LOOK_ALIKE, statements = 5)
    int settings_of_rules(Connection connection) throws SQLException {
        Template template = new Template(connection);
        int sum = template.query("select name from Setting order by name", row -> row.getString(1))
                .size();
        for (Rule rule : List.<Rule>of(Payroll::bonus, Payroll::limit, Payroll::overtime, Payroll::pension)) {
            sum += rule.apply(template);
        }
        return sum;
    }

    private static int bonus(Template template) throws SQLException {
        return Integer.parseInt(setting(template, "bonus"));
    }

    private static int limit(Template template) throws SQLException {
        return Integer.parseInt(setting(template, "limit"));
    }

    private static int overtime(Template template) throws SQLException {
        return Integer.parseInt(setting(template, "overtime"));
    }

    private static int pension(Template template) throws SQLException {
        return Integer.parseInt(setting(template, "pension"));
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    String three_settings_on_one_line(Connection connection) throws SQLException {
        Template template = new Template(connection);
        return setting(template, "bonus") + setting(template, "limit") + setting(template, "pension");
    }

    private static String setting(Template template, String name) throws SQLException {
        return template.query("select text from Setting where name = ?", row -> row.getString(1), name)
                .get(0);
    }

    private static int number(ResultSet rows) throws SQLException {
        try (rows) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    private static String text(ResultSet rows) throws SQLException {
        try (rows) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private interface Rule {

        int apply(Template template) throws SQLException;
    }

    private interface Mapper<T> {

        T map(ResultSet row) throws SQLException;
    }

    /** All SQL goes through one method. */
    private record Template(Connection connection) {

        <T> List<T> query(String sql, Mapper<T> mapper, Object... parameters) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int index = 0; index < parameters.length; index++) {
                    statement.setObject(index + 1, parameters[index]);
                }
                return map(
                        statement.executeQuery(), // N+1: table Worker for mappers_in_mappers
                        mapper);
            }
        }

        List<String> texts(String sql, long key) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, key);
                return map(
                        statement.executeQuery(), // N+1: table Skill in table Worker for mappers_in_mappers
                        row -> row.getString(1));
            }
        }

        private static <T> List<T> map(ResultSet rows, Mapper<T> mapper) throws SQLException {
            List<T> mapped = new ArrayList<>();
            try (rows) {
                while (rows.next()) {
                    mapped.add(mapper.map(rows));
                }
            }
            return mapped;
        }
    }

    @Entity(name = "Division")
    public static class Division {
        @Id
        private Integer id;
    }

    @Entity(name = "Worker")
    public static class Worker {
        @Id
        private Long id;

        private String name;
        private UUID badge;

        @Column(precision = 19)
        private BigDecimal accountNo;

        @Column(columnDefinition = "char(6)")
        private String grade;

        @ManyToOne(fetch = FetchType.LAZY)
        private Division division;

        public String getName() {
            return name;
        }
    }

    @Entity(name = "Skill")
    public static class Skill {
        @Id
        private Integer id;

        private String title;

        @ManyToOne(fetch = FetchType.LAZY)
        private Worker worker;
    }

    @Entity(name = "BankBook")
    public static class BankBook {
        @Id
        private Long bookNo;

        private int balance;
    }

    @Entity(name = "TimeCard")
    public static class TimeCard {
        @Id
        private Integer id;

        private String workerNo;
        private int hours;
    }

    @Entity(name = "DoorLog")
    public static class DoorLog {
        @Id
        private Integer id;

        private String badge;
    }

    @Entity(name = "Grade")
    public static class Grade {
        @Id
        private String code;

        private int pay;
    }

    @Entity(name = "Absence")
    public static class Absence {
        @Id
        private Integer id;

        private LocalDate missedOn;

        public LocalDate getMissedOn() {
            return missedOn;
        }
    }

    @Entity(name = "Holiday")
    public static class Holiday {
        @Id
        private LocalDate heldOn;

        private String name;
    }

    /** How far a claim has come. */
    public enum Stage {
        FILED,
        CHECKED,
        PAID
    }

    @Entity(name = "Claim")
    public static class Claim {
        @Id
        private Integer id;

        @Enumerated(EnumType.STRING)
        private Stage stage;

        public Stage getStage() {
            return stage;
        }
    }

    @Entity(name = "StageRule")
    public static class StageRule {
        @Id
        @Enumerated(EnumType.STRING)
        private Stage stage;

        private int days;

        public int getDays() {
            return days;
        }
    }

    @Entity(name = "Measure")
    public static class Measure {
        @Id
        private Integer id;

        private int meter;
        private LocalDateTime takenAt;
        private int count;

        public int getMeter() {
            return meter;
        }

        public LocalDateTime getTakenAt() {
            return takenAt;
        }

        public int getCount() {
            return count;
        }
    }

    @Entity(name = "Rota")
    public static class Rota {
        @Id
        private Integer id;

        private String workers;

        public List<Long> getWorkerIds() {
            return List.of(workers.split(",", -1)).stream().map(Long::valueOf).toList();
        }
    }

    @Embeddable
    public record ShiftId(Long worker, Integer weekday) implements Serializable {}

    @Entity(name = "Shift")
    public static class Shift {
        @EmbeddedId
        private ShiftId id;
    }

    @Entity(name = "Transfer")
    public static class Transfer {
        @Id
        private Integer id;

        private Long payer;
        private Long payee;
    }

    @Entity(name = "Invoice")
    public static class Invoice {
        @Id
        private Integer id;

        private String billedIn;
        private String shippedTo;
        private String taxedIn;
    }

    @Entity(name = "Nation")
    public static class Nation {
        @Id
        private String code;

        private String name;
    }

    @Entity(name = "Ledger")
    public static class Ledger {
        @Id
        private Integer ended;
    }

    @Entity(name = "Setting")
    public static class Setting {
        @Id
        private String name;

        private String text;
    }
}
