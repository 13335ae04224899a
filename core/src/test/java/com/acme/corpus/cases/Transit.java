package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.DOUBTFUL;
import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import io.querybudget.recording.CauseFrame;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.ColumnResult;
import jakarta.persistence.ConstructorResult;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SqlResultSetMapping;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.query.KeyedPage;
import org.hibernate.query.KeyedResultList;
import org.hibernate.query.Order;
import org.hibernate.query.Page;

/** Journeys, stations and tickets, asked for by queries that the application writes. */
// Columns are mapped that no case reads.
@SuppressWarnings("unused")
public final class Transit {

    @Case(kind = POSITIVE, statements = 6)
    long tickets_by_result_counts(Session session) {
        // fix: one query "select t.journey, count(t) from Ticket t where t.journey in :journeys group by
        // t.journey" at Transit.tickets_by_result_counts instead of one for each key
        // fix: leaves 2 statements
        long tickets = 0;
        for (Journey journey : all(session, Journey.class)) {
            tickets += session.createSelectionQuery("from Ticket t where t.journey = :journey", Ticket.class)
                    .setParameter("journey", journey)
                    .getResultCount(); // N+1: table Ticket
        }
        return tickets;
    }

    @Case(kind = REMEDY, statements = 2, repairs = "tickets_by_result_counts")
    long tickets_by_one_count(Session session) {
        List<Journey> journeys = all(session, Journey.class);
        String query = "select t.journey, count(t) from Ticket t where t.journey in :journeys group by t.journey";
        return session.createQuery(query, Object[].class).setParameter("journeys", journeys).getResultList().stream()
                .mapToLong(row -> (Long) row[1])
                .sum();
    }

    /** The key is a UUID, and the other parameter is the same for all rows. */
    @Case(kind = POSITIVE, statements = 6)
    long journeys_with_valid_tickets(Session session) {
        // fix: one query "select t.journey.id, count(t) > 0 from Ticket t where t.journey.id in :journeys and
        // t.refunded = :refunded group by t.journey.id" at Transit.hasTickets instead of one for each key
        // fix: leaves 2 statements
        return all(session, Journey.class).stream()
                .filter(journey -> hasTickets(session, journey.getId(), false))
                .count();
    }

    private static boolean hasTickets(Session session, UUID journey, boolean refunded) {
        String query = "select count(t) > 0 from Ticket t where t.journey.id = :journey and t.refunded = :refunded";
        return session.createQuery(query, Boolean.class)
                .setParameter("journey", journey)
                .setParameter("refunded", refunded)
                .getSingleResult(); // N+1: table Ticket for journeys_with_valid_tickets
    }

    @Case(kind = REMEDY, statements = 2, repairs = "journeys_with_valid_tickets")
    long journeys_of_all_valid_tickets(Session session) {
        List<UUID> ids =
                all(session, Journey.class).stream().map(Journey::getId).toList();
        String query = "select t.journey.id, count(t) > 0 from Ticket t where t.journey.id in :journeys"
                + " and t.refunded = :refunded group by t.journey.id";
        return session.createQuery(query, Object[].class)
                .setParameter("journeys", ids)
                .setParameter("refunded", false)
                .getResultList()
                .size();
    }

    @Case(kind = POSITIVE, statements = 5)
    int delays_by_a_named_native_query(Session session) {
        int minutes = 0;
        for (Station station : list(session, "from Station s where s.code <> 'XXX' order by s.code", Station.class)) {
            List<Late> delays = session.createNamedQuery("Delay.at", Late.class)
                    .setParameter("station", station.getCode())
                    .getResultList(); // N+1 likely: table Delay
            minutes += delays.stream().mapToInt(Late::minutes).sum();
        }
        return minutes;
    }

    /** A converter writes the number of a wagon. */
    @Case(kind = POSITIVE, statements = 6)
    int inspections_by_converted_numbers(Session session) {
        // fix: one query "select i.wagon, i.result from Inspection i where i.wagon in :nos" at
        // Transit.inspections_by_converted_numbers instead of one for each key
        // fix: leaves 2 statements
        int letters = 0;
        for (Wagon wagon : all(session, Wagon.class)) {
            letters += session.createQuery("select i.result from Inspection i where i.wagon = :no", String.class)
                    .setParameter("no", wagon.getNo())
                    .getResultList() // N+1: table Inspection
                    .size();
        }
        return letters;
    }

    @Case(kind = REMEDY, statements = 2, repairs = "inspections_by_converted_numbers")
    int inspections_by_all_converted_numbers(Session session) {
        List<WagonNo> numbers =
                all(session, Wagon.class).stream().map(Wagon::getNo).toList();
        String query = "select i.wagon, i.result from Inspection i where i.wagon in :nos";
        return session.createQuery(query, Object[].class)
                .setParameter("nos", numbers)
                .getResultList()
                .size();
    }

    @Case(kind = POSITIVE, statements = 6)
    int journeys_of_a_spliterator(Session session) {
        // fix: one query "select j from Journey j where j.id in :ids" instead of one find each at
        // Lookup.tryAdvance
        // fix: leaves 2 statements
        List<UUID> ids = list(session, "select j.id from Journey j order by j.no", UUID.class);
        return StreamSupport.stream(new Lookup(session, ids), false)
                .mapToInt(Journey::getNo)
                .sum();
    }

    @Case(kind = POSITIVE, statements = 5)
    int stations_refreshed_without_a_session(StatelessSession session) {
        // fix: one query for all keys in a cleared session instead of one refresh each at
        // Transit.stations_refreshed_without_a_session
        // fix: leaves 2 statements
        int letters = 0;
        for (Station station : session.createSelectionQuery(
                        "from Station s where s.code <> 'XXX' order by s.code", Station.class)
                .getResultList()) {
            session.refresh(station); // N+1: table Station
            letters += station.getName().length();
        }
        return letters;
    }

    /** Both keys of each row in one list. */
    @Case(kind = POSITIVE, statements = 6)
    int both_stations_of_each_journey(Connection connection) throws SQLException {
        int letters = 0;
        try (Statement statement = connection.createStatement();
                ResultSet journeys = statement.executeQuery("select origin, target from Journey order by no");
                PreparedStatement names =
                        connection.prepareStatement("select name from Station where code in (?, ?)")) {
            while (journeys.next()) {
                names.setString(1, journeys.getString("origin"));
                names.setString(2, journeys.getString("target"));
                try (ResultSet name = names.executeQuery()) { // N+1: table Station
                    while (name.next()) {
                        letters += name.getString(1).length();
                    }
                }
            }
        }
        return letters;
    }

    /** The query is four calls below the loop, and the loop knows rows of numbers only. */
    @Case(kind = POSITIVE, statements = 6)
    int board_of_departures(Session session) {
        // fix: one query "from Train t where t.number in :numbers" at Trains.numbered instead of one for each key
        // fix: leaves 2 statements
        return new Board(new Enricher(new Trains(session))).lines(session).size();
    }

    @Case(kind = REMEDY, statements = 2, repairs = "board_of_departures")
    int board_of_departures_with_a_map(Session session) {
        List<Departure> departures = departures(session);
        List<Integer> numbers = departures.stream().map(Departure::train).toList();
        Map<Integer, Train> trains = session.createQuery("from Train t where t.number in :numbers", Train.class)
                .setParameter("numbers", numbers)
                .getResultStream()
                .collect(Collectors.toMap(Train::getNumber, train -> train));
        return departures.stream()
                .map(departure -> departure.no() + trains.get(departure.train()).getModel())
                .toList()
                .size();
    }

    private static List<Departure> departures(Session session) {
        String query = "select new com.acme.corpus.cases.Transit$Departure(j.no, j.train) from Journey j order by j.no";
        return list(session, query, Departure.class);
    }

    @Case(kind = POSITIVE, statements = 6)
    int journeys_of_many_stateless_sessions(SessionFactory factory) {
        List<UUID> ids = factory.fromStatelessSession(
                session -> session.createSelectionQuery("select j.id from Journey j order by j.no", UUID.class)
                        .getResultList());
        int sum = 0;
        for (UUID id : ids) {
            sum += factory.fromStatelessSession(
                    session -> session.get(Journey.class, id).getNo()); // N+1: table Journey
        }
        return sum;
    }

    /** What is no code is taken for a name. */
    @Case(kind = POSITIVE, statements = 10)
    long stations_by_code_or_else_by_name(Session session) {
        // fix: one query "select s from Station s where s.id in :ids" instead of one find each at Transit.byCode
        // fix: one query "from Station s where s.name in :names" at Transit.byName instead of one for each key
        // fix: together they leave 3 statements
        return list(session, "select o.station from Offer o order by o.id", String.class).stream()
                .map(text -> byCode(session, text).or(() -> byName(session, text)))
                .flatMap(Optional::stream)
                .count();
    }

    private static Optional<Station> byCode(Session session, String code) {
        return Optional.ofNullable(
                session.find(Station.class, code)); // N+1 likely: table Station for stations_by_code_or_else_by_name
    }

    private static Optional<Station> byName(Session session, String name) {
        return session.createQuery("from Station s where s.name = :name", Station.class)
                .setParameter("name", name)
                .uniqueResultOptional(); // N+1 likely: table Station for stations_by_code_or_else_by_name
    }

    @Case(kind = REMEDY, statements = 3, repairs = "stations_by_code_or_else_by_name")
    long stations_by_all_codes_or_else_by_all_names(Session session) {
        List<String> texts = list(session, "select o.station from Offer o order by o.id", String.class);
        Set<String> known = session.createQuery("select s from Station s where s.id in :ids", Station.class)
                .setParameter("ids", texts)
                .getResultStream()
                .map(Station::getCode)
                .collect(Collectors.toSet());
        List<String> names =
                texts.stream().filter(text -> !known.contains(text)).toList();
        return known.size()
                + session.createQuery("from Station s where s.name in :names", Station.class)
                        .setParameter("names", names)
                        .getResultStream()
                        .count();
    }

    /** There is one fare of each grade, in the order in which the code knows them. */
    @Case(kind = DOUBTFUL, statements = 5)
    int grades_that_the_code_knows(Session session) {
        int sum = all(session, Fare.class).size();
        for (String grade : List.of("ECONOMY", "PLUS", "BUSINESS", "FIRST")) {
            sum += session.find(Grade.class, grade).getPercent(); // N+1 likely: table Grade
        }
        return sum;
    }

    /** Both keys of each row, and no two rows share one. */
    @Case(kind = POSITIVE, statements = 4)
    int both_engines_of_each_leg(Connection connection) throws SQLException {
        int found = 0;
        try (Statement statement = connection.createStatement();
                ResultSet pairs = statement.executeQuery("select front, back from Coupling order by id");
                PreparedStatement legs =
                        connection.prepareStatement("select nextLeg from Engine where id = ? or id = ?")) {
            while (pairs.next()) {
                legs.setInt(1, pairs.getInt("front"));
                legs.setInt(2, pairs.getInt("back"));
                try (ResultSet leg = legs.executeQuery()) { // N+1: table Engine
                    while (leg.next()) {
                        found++;
                    }
                }
            }
        }
        return found;
    }

    /** Chunks of three deletes and what is left. */
    @Case(kind = LOOK_ALIKE, statements = 4)
    int deletes_in_chunks(Connection connection) throws SQLException {
        // fix: none
        int deleted = 0;
        int[][] chunks = {{1, 2}, {3, 4}, {5, 6}, {7}};
        for (int[] chunk : chunks) {
            String list = chunk.length == 1 ? "?" : "?, ?";
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from Delay where id in (" + list + ")")) {
                for (int i = 0; i < chunk.length; i++) {
                    delete.setInt(i + 1, chunk[i]);
                }
                deleted += delete.executeUpdate();
            }
        }
        return deleted;
    }

    /** The parameter is a reference that is never loaded. */
    @Case(kind = POSITIVE, statements = 6)
    long cents_by_references(Session session) {
        // fix: one query "select t.journey, coalesce(sum(t.cents), 0) from Ticket t where t.journey in :journeys
        // group by t.journey" at Transit.cents_by_references instead of one for each key
        // fix: leaves 2 statements
        long cents = 0;
        for (UUID id : list(session, "select j.id from Journey j order by j.no", UUID.class)) {
            Journey journey = session.getReference(Journey.class, id);
            cents += session.createQuery(
                            "select coalesce(sum(t.cents), 0) from Ticket t where t.journey = :journey", Long.class)
                    .setParameter("journey", journey)
                    .getSingleResult(); // N+1: table Ticket
        }
        return cents;
    }

    @Case(kind = REMEDY, statements = 2, repairs = "cents_by_references")
    long cents_of_all_references(Session session) {
        List<Journey> journeys = list(session, "select j.id from Journey j order by j.no", UUID.class).stream()
                .map(id -> session.getReference(Journey.class, id))
                .toList();
        String query = "select t.journey, coalesce(sum(t.cents), 0) from Ticket t where t.journey in :journeys"
                + " group by t.journey";
        return session.createQuery(query, Object[].class).setParameter("journeys", journeys).getResultList().stream()
                .mapToLong(row -> (Long) row[1])
                .sum();
    }

    /** Lines have halts, and halts have branch lines. */
    @Case(kind = POSITIVE, statements = 11)
    int network(Session session) {
        // fix: left join fetch t.halts h left join fetch h.branches in the query at Queries.list
        // fix: @BatchSize(size = 50) on Track.halts, because a query fetches one level of a tree only
        // fix: together they leave 4 statements
        return count(list(session, "from Track t where t.parent is null order by t.id", Track.class));
    }

    private static int count(List<Track> tracks) {
        int sum = 0;
        for (Track track : tracks) {
            sum += track.getHalts()
                    .size(); // N+1: Track.halts for network // N+1: Track.halts in Halt.branches for network
            for (Halt halt : track.getHalts()) {
                Set<Track> branches = halt.getBranches();
                sum += count(List.copyOf(branches)); // N+1: Halt.branches in Track.halts for network
            }
        }
        return sum;
    }

    /** Hibernate makes the condition of each page from the last row of the page before. */
    @Case(kind = LOOK_ALIKE, statements = 3, hibernate = 7)
    int pages_by_keys(Session session) {
        int sum = 0;
        KeyedPage<Journey> next = Page.first(2).keyedBy(Order.asc(Journey.class, "no"));
        while (true) {
            KeyedResultList<Journey> page =
                    session.createSelectionQuery("from Journey", Journey.class).getKeyedResultList(next);
            sum += page.getResultList().stream().mapToInt(Journey::getNo).sum();
            if (page.isLastPage()) {
                return sum;
            }
            next = page.getNextPage();
        }
    }

    /** What is to be sent is taken in portions, until nothing is left. */
    @Case(kind = LOOK_ALIKE, statements = 9)
    int notices_in_portions(Session session) {
        int sent = 0;
        List<Notice> portion;
        do {
            portion = session.createQuery("from Notice n where n.sent = false order by n.id", Notice.class)
                    .setMaxResults(2)
                    .getResultList();
            portion.forEach(Notice::send);
            sent += portion.size();
        } while (!portion.isEmpty());
        return sent;
    }

    /** The list below the chart shows the same days. */
    @Case(kind = LOOK_ALIKE, statements = 8)
    long chart_of_a_week(Session session) {
        long bars = all(session, Gauge.class).size();
        LocalDate monday = LocalDate.of(2026, 3, 2);
        for (LocalDate day : monday.datesUntil(monday.plusDays(7)).toList()) {
            bars += session.createQuery(
                            "select coalesce(max(g.mark), 0) from Gauge g where g.takenOn = :day", Integer.class)
                    .setParameter("day", day)
                    .getSingleResult();
        }
        return bars;
    }

    /** Some levels have one office only. */
    @Case(kind = LOOK_ALIKE, statements = 5)
    int offices_level_by_level(Session session) {
        int offices = 0;
        List<Office> level = list(session, "from Office o where o.parent is null", Office.class);
        while (!level.isEmpty()) {
            offices += level.size();
            level = session.createQuery("from Office o where o.parent in :level order by o.id", Office.class)
                    .setParameter("level", level)
                    .getResultList();
        }
        return offices;
    }

    /** Each attempt begins with a fresh look. */
    @Case(kind = LOOK_ALIKE, statements = 3)
    int attempts_after_a_conflict(SessionFactory factory) {
        UUID id = UUID.fromString("7c2d1b9e-0000-4000-8000-00000000000a");
        int tries = 0;
        while (tries < 3) {
            tries += factory.fromTransaction(
                    session -> session.find(Journey.class, id).getNo() > 0 ? 1 : 3);
        }
        return tries;
    }

    /** Each text that was entered has a column of its own. */
    @Case(kind = LOOK_ALIKE, statements = 3)
    int entries_that_are_taken(Session session) {
        Map<String, Object> entered = new HashMap<>(Map.of("code", "KIE", "name", "Kiel", "city", "Bonn"));
        Set<String> taken = new HashSet<>();
        entered.forEach((attribute, value) -> {
            if (Queries.countBy(session, "Station", attribute, value).getSingleResult() > 0) {
                taken.add(attribute);
            }
        });
        return taken.size();
    }

    /** The order of the pages has two columns. */
    @Case(kind = LOOK_ALIKE, statements = 3)
    int gauges_after_the_last(Session session) {
        String query =
                "from Gauge g where g.takenOn > :day or g.takenOn = :day and g.id > :id order by g.takenOn, g.id";
        LocalDate day = LocalDate.EPOCH;
        int id = 0;
        int sum = 0;
        List<Gauge> page;
        do {
            page = session.createQuery(query, Gauge.class)
                    .setParameter("day", day)
                    .setParameter("id", id)
                    .setMaxResults(2)
                    .getResultList();
            sum += page.size();
            Gauge last = page.get(page.size() - 1);
            day = last.getTakenOn();
            id = last.getId();
        } while (page.size() == 2);
        return sum;
    }

    /** Three services look at what the request names. */
    @Case(kind = LOOK_ALIKE, statements = 3)
    String services_of_one_request(Session session) {
        return origin(session, "KIE") + target(session, "HAM") + change(session, "BRE");
    }

    private static String origin(Session session, String code) {
        return findById(session, code).getName();
    }

    private static String target(Session session, String code) {
        return findById(session, code).getName();
    }

    private static String change(Session session, String code) {
        return findById(session, code).getName();
    }

    private static Station findById(Session session, String code) {
        try (CauseFrame call = CauseFrame.openRepositoryCall("StationRepository.findById", true)) {
            return session.find(Station.class, code);
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    int refunds_in_chunks(Session session) {
        // fix: none
        List<Integer> ids = list(session, "select t.id from Ticket t where t.id < 60 order by t.id", Integer.class);
        int changed = 0;
        for (int start = 0; start < ids.size(); start += 2) {
            changed += session.createMutationQuery("update Ticket t set t.refunded = true where t.id in :ids")
                    .setParameter("ids", ids.subList(start, Math.min(start + 2, ids.size())))
                    .executeUpdate();
        }
        return changed;
    }

    /** The two bars of a chart. */
    @Case(kind = LOOK_ALIKE, statements = 3)
    long refunded_or_not(Session session) {
        long rows = list(session, "from Ticket t order by t.id", Ticket.class).size();
        for (boolean refunded : new boolean[] {true, false}) {
            rows -= Queries.countBy(session, "Ticket", "refunded", refunded).getSingleResult();
        }
        return rows;
    }

    /** A leg names its engine, and an engine names the leg that it pulls next. */
    @Case(kind = LOOK_ALIKE, statements = 6)
    int legs_and_engines_in_turn(Session session) {
        int legs = 0;
        Integer next = 1;
        while (next != null) {
            Leg leg = session.find(Leg.class, next);
            Engine engine = session.find(Engine.class, leg.getEngineNo());
            next = engine.getNextLeg();
            legs++;
        }
        return legs;
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    int pages_with_what_they_show(Session session) {
        int letters = 0;
        for (int first = 0; ; first += 2) {
            List<Ticket> page = session.createQuery(
                            "from Ticket t join fetch t.journey where t.id < 60 order by t.id", Ticket.class)
                    .setFirstResult(first)
                    .setMaxResults(2)
                    .getResultList();
            letters += page.stream()
                    .mapToInt(ticket -> ticket.getJourney().getNo())
                    .sum();
            if (page.size() < 2) {
                return letters;
            }
        }
    }

    /** All stations are known before the loop, but for one that was closed. */
    @Case(kind = LOOK_ALIKE, statements = 3)
    int stations_of_a_map_that_lacks_one(Session session) {
        Map<String, Station> known = list(session, "from Station s where s.code <> 'XXX'", Station.class).stream()
                .collect(Collectors.toMap(Station::getCode, station -> station));
        Function<String, Station> missing = code -> session.find(Station.class, code);
        int letters = 0;
        for (Journey journey : all(session, Journey.class)) {
            letters += known.computeIfAbsent(journey.getTarget(), missing)
                    .getName()
                    .length();
        }
        return letters;
    }

    /** Finds the journeys of some ids as a stream asks for them. */
    private static final class Lookup implements Spliterator<Journey> {
        private final Session session;
        private final List<UUID> ids;
        private int position;

        Lookup(Session session, List<UUID> ids) {
            this.session = session;
            this.ids = ids;
        }

        @Override
        public boolean tryAdvance(Consumer<? super Journey> action) {
            if (position == ids.size()) {
                return false;
            }
            UUID id = ids.get(position++);
            action.accept(session.find(Journey.class, id)); // N+1: table Journey for journeys_of_a_spliterator
            return true;
        }

        @Override
        public Spliterator<Journey> trySplit() {
            return null;
        }

        @Override
        public long estimateSize() {
            return (long) ids.size() - position;
        }

        @Override
        public int characteristics() {
            return ORDERED | NONNULL;
        }
    }

    public record Departure(int no, int train) {}

    /** Makes the lines of a board. */
    private record Board(Enricher enricher) {
        List<String> lines(Session session) {
            return departures(session).stream().map(this::line).toList();
        }

        private String line(Departure departure) {
            return departure.no() + " " + enricher.text(departure);
        }
    }

    /** Adds what a departure lacks. */
    private record Enricher(Trains trains) {
        String text(Departure departure) {
            return Optional.ofNullable(trains.numbered(departure.train()))
                    .map(Train::getModel)
                    .orElse("");
        }
    }

    /** Knows trains by the number that is painted on them. */
    private record Trains(Session session) {
        Train numbered(int number) {
            return session.createQuery("from Train t where t.number = :number", Train.class)
                    .setParameter("number", number)
                    .getSingleResultOrNull(); // N+1: table Train for board_of_departures
        }
    }

    public record Late(String name, int minutes) {}

    public record WagonNo(int series, int no) {}

    /** Writes a number as it is painted on a wagon. */
    public static final class WagonNoConverter implements AttributeConverter<WagonNo, String> {

        @Override
        public String convertToDatabaseColumn(WagonNo no) {
            return no.series() + "/" + no.no();
        }

        @Override
        public WagonNo convertToEntityAttribute(String text) {
            int slash = text.indexOf('/');
            return new WagonNo(Integer.parseInt(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
        }
    }

    @Entity(name = "Journey")
    public static class Journey {
        @Id
        private UUID id;

        private int no;
        private int train;
        private String origin;
        private String target;

        public UUID getId() {
            return id;
        }

        public int getNo() {
            return no;
        }

        public String getTarget() {
            return target;
        }
    }

    @Entity(name = "Train")
    public static class Train {
        @Id
        private Integer id;

        private int number;
        private String model;

        public int getNumber() {
            return number;
        }

        public String getModel() {
            return model;
        }
    }

    @Entity(name = "Station")
    public static class Station {
        @Id
        private String code;

        private String name;
        private String city;

        public String getCode() {
            return code;
        }

        public String getName() {
            return name;
        }
    }

    @Entity(name = "Ticket")
    public static class Ticket {
        @Id
        private Integer id;

        private boolean refunded;
        private int cents;

        @ManyToOne(fetch = FetchType.LAZY)
        private Journey journey;

        public Journey getJourney() {
            return journey;
        }
    }

    @Entity(name = "Delay")
    @NamedNativeQuery(
            name = "Delay.at",
            query = "select d.reason as reason, d.minutes as minutes from Delay d where d.station = :station",
            resultSetMapping = "Delay.late")
    @SqlResultSetMapping(
            name = "Delay.late",
            classes =
                    @ConstructorResult(
                            targetClass = Late.class,
                            columns = {
                                @ColumnResult(name = "reason", type = String.class),
                                @ColumnResult(name = "minutes", type = Integer.class)
                            }))
    public static class Delay {
        @Id
        private Integer id;

        private String station;
        private String reason;
        private int minutes;
    }

    @Entity(name = "Wagon")
    public static class Wagon {
        @Id
        private Integer id;

        @Convert(converter = WagonNoConverter.class)
        private WagonNo no;

        public WagonNo getNo() {
            return no;
        }
    }

    @Entity(name = "Inspection")
    public static class Inspection {
        @Id
        private Integer id;

        @Convert(converter = WagonNoConverter.class)
        private WagonNo wagon;

        private String result;
    }

    @Entity(name = "Offer")
    public static class Offer {
        @Id
        private Integer id;

        private String station;
    }

    @Entity(name = "Track")
    public static class Track {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Halt parent;

        @OneToMany(mappedBy = "track")
        private List<Halt> halts;

        public List<Halt> getHalts() {
            return halts;
        }
    }

    @Entity(name = "Halt")
    public static class Halt {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Track track;

        @OneToMany(mappedBy = "parent")
        private Set<Track> branches;

        public Set<Track> getBranches() {
            return branches;
        }
    }

    @Entity(name = "Notice")
    public static class Notice {
        @Id
        private Integer id;

        private boolean sent;

        void send() {
            sent = true;
        }
    }

    @Entity(name = "Gauge")
    public static class Gauge {
        @Id
        private Integer id;

        private LocalDate takenOn;
        private int mark;

        public Integer getId() {
            return id;
        }

        public LocalDate getTakenOn() {
            return takenOn;
        }
    }

    @Entity(name = "Office")
    public static class Office {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Office parent;
    }

    @Entity(name = "Fare")
    public static class Fare {
        @Id
        private Integer id;

        private String grade;
    }

    @Entity(name = "Grade")
    public static class Grade {
        @Id
        private String name;

        private int percent;

        public int getPercent() {
            return percent;
        }
    }

    @Entity(name = "Coupling")
    public static class Coupling {
        @Id
        private Integer id;

        private int front;
        private int back;
    }

    @Entity(name = "Leg")
    public static class Leg {
        @Id
        private Integer id;

        private Integer engineNo;

        public Integer getEngineNo() {
            return engineNo;
        }
    }

    @Entity(name = "Engine")
    public static class Engine {
        @Id
        private Integer id;

        private Integer nextLeg;

        public Integer getNextLeg() {
            return nextLeg;
        }
    }
}
