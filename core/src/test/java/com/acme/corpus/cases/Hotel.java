package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.countBy;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.cfg.Configuration;

/** Bookings of a hotel as services, mappers and repositories walk them. */
// Columns are mapped that no case reads.
@SuppressWarnings("unused")
public final class Hotel {

    @Case(kind = POSITIVE, statements = 14)
    List<Confirmation> confirmations(Session session) {
        return new Confirmations(session).upcoming();
    }

    @Case(kind = REMEDY, statements = 1)
    List<Confirmation> confirmations_fetched(Session session) {
        String query = "from Booking b join fetch b.guest join fetch b.room join fetch b.terms.tariff order by b.id";
        ConfirmationMapper mapper = new ConfirmationMapper();
        return list(session, query, Booking.class).stream().map(mapper::map).toList();
    }

    @Case(kind = POSITIVE, statements = 9)
    Map<String, Integer> nights_by_wing(Session session) {
        Map<String, Integer> nights = new LinkedHashMap<>();
        for (Booking booking : all(session, Booking.class)) {
            Room room = booking.getRoom();
            Wing wing = room.getWing(); // N+1: Booking.room
            nights.merge(wing.getName(), booking.getNights(), Integer::sum); // N+1: Room.wing in Booking.room
        }
        return nights;
    }

    @Case(kind = POSITIVE, statements = 4)
    int cheapest_tariff(Session session) {
        return all(session, Booking.class).stream()
                .map(Booking::getTerms)
                .min(Comparator.comparing(terms -> terms.getTariff().getPrice())) // N+1: Booking.terms.tariff
                .map(terms -> terms.getTariff().getPrice())
                .orElseThrow();
    }

    @Case(kind = POSITIVE, statements = 7)
    Map<Integer, Set<String>> amenities_by_room(Session session) {
        return all(session, Room.class).stream()
                .collect(Collectors.toMap(Room::getId, room -> Set.copyOf(room.getAmenities()))); // N+1: Room.amenities
    }

    @Case(kind = POSITIVE, statements = 12)
    List<String> invoice_texts(Session session) {
        List<String> texts = new ArrayList<>();
        for (Booking booking : all(session, Booking.class)) {
            int extras = booking.getExtras().size(); // N+1: Booking.extras
            texts.add(booking.getGuest().getName() + ": " + extras); // N+1: Booking.guest
        }
        return texts;
    }

    /** A query by hand and a lazy reference take turns. */
    @Case(kind = POSITIVE, statements = 12)
    long loyalty_points(Session session) {
        long points = 0;
        for (Booking booking : all(session, Booking.class)) {
            Integer guest = booking.getGuest().getId();
            points += countBy(session, "Booking", "guest.id", guest).getSingleResult(); // N+1: table Booking
            points += booking.getRoom().getFloor(); // N+1: Booking.room
        }
        return points;
    }

    @Case(kind = POSITIVE, statements = 8)
    int bookings_of_each_guest(Session session) {
        Bookings bookings = new Bookings(session);
        int sum = 0;
        for (Guest guest : all(session, Guest.class)) {
            sum += bookings.findByGuest(guest).size();
        }
        return sum;
    }

    @Case(kind = POSITIVE, statements = 6)
    List<String> arrivals_of_tuples(Session session) {
        return list(session, "select b.arrival, b from Booking b order by b.arrival", Tuple.class).stream()
                .map(row ->
                        row.get(0) + " " + row.get(1, Booking.class).getGuest().getName()) // N+1: Booking.guest
                .toList();
    }

    @Case(kind = POSITIVE, statements = 9)
    int names_page_by_page(Session session) {
        int letters = 0;
        for (int first = 0; ; first += 2) {
            List<Booking> page = session.createQuery("from Booking b order by b.arrival", Booking.class)
                    .setFirstResult(first)
                    .setMaxResults(2)
                    .getResultList();
            if (page.isEmpty()) {
                return letters;
            }
            for (Booking booking : page) {
                letters += booking.getGuest().getName().length(); // N+1: Booking.guest
            }
        }
    }

    /** Two sessions on one thread, a step of each in turn. */
    @Case(kind = POSITIVE, statements = 12)
    int two_sessions_in_turn(Session session, SessionFactory factory) {
        int sum = 0;
        try (Session second = factory.openSession()) {
            List<Booking> ours = all(session, Booking.class);
            List<Booking> theirs = all(second, Booking.class);
            for (int row = 0; row < ours.size(); row++) {
                sum += ours.get(row).getGuest().getName().length(); // N+1: Booking.guest
                sum += theirs.get(row).getRoom().getFloor(); // N+1: Booking.room
            }
        }
        return sum;
    }

    @Case(kind = POSITIVE, statements = 12)
    int two_factories(Session session, SessionFactory factory) {
        int letters = 0;
        try (SessionFactory another = another(factory);
                Session second = another.openSession()) {
            for (Booking booking : all(session, Booking.class)) {
                letters += booking.getGuest().getName().length(); // N+1: Booking.guest
            }
            for (Booking booking : all(second, Booking.class)) {
                letters -= booking.getGuest().getName().length(); // N+1: Booking.guest
            }
        }
        return letters;
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    int one_booking_of_each_factory(Session session, SessionFactory factory) {
        try (SessionFactory another = another(factory);
                Session second = another.openSession()) {
            int ours = lettersOfGuest(session, 301);
            int theirs = lettersOfGuest(second, 304);
            return ours - theirs;
        }
    }

    private static int lettersOfGuest(Session session, int id) {
        Booking booking = session.createQuery("from Booking b where b.id = :id", Booking.class)
                .setParameter("id", id)
                .getSingleResult(); // separate reads info: 2 reads for one_booking_of_each_factory
        return booking.getGuest().getName().length();
    }

    private static SessionFactory another(SessionFactory factory) {
        Configuration configuration = new Configuration();
        configuration.getProperties().putAll(factory.getProperties());
        configuration.setProperty("hibernate.hbm2ddl.auto", "none");
        configuration.getProperties().remove("jakarta.persistence.sql-load-script-source");
        List.of(Booking.class, Guest.class, Room.class, Wing.class, Tariff.class, Extra.class)
                .forEach(configuration::addAnnotatedClass);
        return configuration.buildSessionFactory();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    Set<Integer> keys_of_the_guests(Session session) {
        return all(session, Booking.class).stream()
                .map(booking -> booking.getGuest().getId())
                .collect(Collectors.toSet());
    }

    @Case(kind = LOOK_ALIKE, statements = 5)
    String detail_page(Session session) {
        Booking booking = session.find(Booking.class, 304);
        String guest = booking.getGuest().getName();
        int floor = booking.getRoom().getFloor();
        String wing = booking.getRoom().getWing().getName();
        return guest + floor + wing + booking.getExtras().size();
    }

    /** The floors of a building and the ids of its wings are both small numbers. */
    @Case(kind = LOOK_ALIKE, statements = 4)
    long rooms_by_floor(Session session) {
        long sum = all(session, Wing.class).size();
        for (int floor = 1; floor <= 3; floor++) {
            sum += countBy(session, "Room", "floor", floor).getSingleResult();
        }
        return sum;
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    int two_features_of_one_repository(Session session) {
        Bookings bookings = new Bookings(session);
        Guest payer = session.find(Guest.class, 1);
        int due = bookings.findByGuest(payer).size();
        Guest friend = session.find(Guest.class, 2);
        int shared = bookings.findByGuest(friend).size();
        return due + shared;
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    boolean merge_of_two_profiles(Session session) {
        List<Booking> both = list(session, "from Booking b where b.id in (301, 304) order by b.id", Booking.class);
        Booking kept = both.get(0);
        Booking dropped = both.get(1);
        String name = kept.getGuest().getName();
        String other = dropped.getGuest().getName();
        return name.equals(other);
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    boolean waits_for_a_free_room(Session session) {
        boolean found = false;
        for (int attempt = 0; attempt < 3 && !found; attempt++) {
            found = !session.createQuery("from Room r where r.floor = :floor", Room.class)
                    .setParameter("floor", 99)
                    .getResultList()
                    .isEmpty();
        }
        return found;
    }

    /** The guests are read first; the references meet them in the session. */
    @Case(kind = LOOK_ALIKE, statements = 2)
    int guests_read_ahead(Session session) {
        List<Guest> guests = all(session, Guest.class);
        int letters = guests.size();
        for (Booking booking : all(session, Booking.class)) {
            letters += booking.getGuest().getName().length();
        }
        return letters;
    }

    /** A queue instead of a recursion. */
    @Case(kind = POSITIVE, statements = 7)
    int offices_breadth_first(Session session) {
        Deque<Office> open = new ArrayDeque<>();
        open.add(session.find(Office.class, 1));
        int seen = 0;
        while (!open.isEmpty()) {
            Office office = open.remove();
            seen++;
            open.addAll(office.getBranches()); // N+1: Office.branches
        }
        return seen;
    }

    /** One call deeper for each of 5,000 steps. */
    @Case(kind = LOOK_ALIKE, statements = 5000)
    int a_long_chain(Session session) {
        return depth(session.find(Domino.class, 1));
    }

    private static int depth(Domino domino) {
        Domino next = domino.getNext();
        return next == null ? 1 : 1 + depth(next);
    }

    public record Confirmation(String guest, int floor, String tariff) {}

    /** A mapper as generators write them. */
    private static final class ConfirmationMapper {
        Confirmation map(Booking booking) {
            String guest = guestName(booking);
            int floor = booking.getRoom().getFloor(); // N+1: Booking.room for confirmations
            String tariff = booking.getTerms().getTariff().getName(); // N+1: Booking.terms.tariff for confirmations
            return new Confirmation(guest, floor, tariff);
        }

        private String guestName(Booking booking) {
            Guest guest = booking.getGuest();
            return guest == null ? null : guest.getName(); // N+1: Booking.guest for confirmations
        }
    }

    /** A service. */
    private static final class Confirmations {
        private final Bookings bookings;
        private final ConfirmationMapper mapper = new ConfirmationMapper();

        Confirmations(Session session) {
            this.bookings = new Bookings(session);
        }

        List<Confirmation> upcoming() {
            return bookings.findAll().stream().map(mapper::map).toList();
        }
    }

    /** A repository. */
    private static final class Bookings {
        private final Session session;

        Bookings(Session session) {
            this.session = session;
        }

        List<Booking> findAll() {
            return all(session, Booking.class);
        }

        List<Booking> findByGuest(Guest guest) {
            return session.createQuery("from Booking b where b.guest = :guest", Booking.class)
                    .setParameter("guest", guest)
                    .getResultList(); // N+1: table Booking for bookings_of_each_guest
        }
    }

    @Entity(name = "Wing")
    public static class Wing {
        @Id
        private Integer id;

        private String name;

        public String getName() {
            return name;
        }
    }

    @Entity(name = "Room")
    public static class Room {
        @Id
        private Integer id;

        private int floor;

        @ManyToOne(fetch = FetchType.LAZY)
        private Wing wing;

        @ElementCollection
        private Set<String> amenities;

        public Integer getId() {
            return id;
        }

        public int getFloor() {
            return floor;
        }

        public Wing getWing() {
            return wing;
        }

        public Set<String> getAmenities() {
            return amenities;
        }
    }

    @Entity(name = "Guest")
    public static class Guest {
        @Id
        private Integer id;

        private String name;

        public Integer getId() {
            return id;
        }

        public String getName() {
            return name;
        }
    }

    @Entity(name = "Tariff")
    public static class Tariff {
        @Id
        private String code;

        private String name;
        private int price;

        public String getName() {
            return name;
        }

        public int getPrice() {
            return price;
        }
    }

    @Embeddable
    public static class Terms {
        @ManyToOne(fetch = FetchType.LAZY)
        private Tariff tariff;

        private boolean breakfast;

        public Tariff getTariff() {
            return tariff;
        }
    }

    @Entity(name = "Booking")
    public static class Booking {
        @Id
        private Integer id;

        private LocalDate arrival;
        private int nights;

        @ManyToOne(fetch = FetchType.LAZY)
        private Guest guest;

        @ManyToOne(fetch = FetchType.LAZY)
        private Room room;

        @Embedded
        private Terms terms;

        @OneToMany(mappedBy = "booking")
        private List<Extra> extras;

        public int getNights() {
            return nights;
        }

        public Guest getGuest() {
            return guest;
        }

        public Room getRoom() {
            return room;
        }

        public Terms getTerms() {
            return terms;
        }

        public List<Extra> getExtras() {
            return extras;
        }
    }

    @Entity(name = "Extra")
    @SoftDelete
    public static class Extra {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Booking booking;
    }

    @Entity(name = "Office")
    public static class Office {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Office head;

        @OneToMany(mappedBy = "head")
        private List<Office> branches;

        public List<Office> getBranches() {
            return branches;
        }
    }

    @Entity(name = "Domino")
    public static class Domino {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Domino next;

        public Domino getNext() {
            return next;
        }
    }
}
