package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;

import com.acme.corpus.Case;
import com.acme.shop.Named;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.hibernate.Session;

/** Children whose foreign key is mapped by their parent's collection, and other ways to map it. */
// Columns are mapped that no case reads.
@SuppressWarnings("unused")
public final class Children {

    private static List<Leg> legs(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(id -> new Leg(id, "Leg " + id))
                .toList();
    }

    @Case(kind = POSITIVE, statements = 7)
    void new_children_of_a_new_parent(Session session) {
        // fix: @JoinColumn(nullable = false, updatable = false) on Trip.legs if no Leg ever moves, or mappedBy with a
        // @ManyToOne in Leg, so that the inserts write the foreign key
        // fix: leaves 4 statements
        // fix: hibernate.jdbc.batch_size = 50 (in Spring Boot below spring.jpa.properties)
        Trip trip = new Trip(50, "New");
        trip.legs.addAll(legs(91, 93));
        session.persist(trip);
        session.flush(); // update after insert likely: Trip.legs
    }

    @Case(kind = POSITIVE, statements = 6)
    void new_children_of_a_known_parent(Session session) {
        List<Leg> legs = legs(91, 92);
        legs.forEach(session::persist);
        session.find(Trip.class, 1L).legs.addAll(legs);
        session.flush(); // update after insert likely: Trip.legs
    }

    @Case(kind = POSITIVE, statements = 3, settings = "hibernate.jdbc.batch_size=20")
    void new_children_in_batches(Session session) {
        // fix: @JoinColumn(nullable = false, updatable = false) on Trip.legs if no Leg ever moves, or mappedBy with a
        // @ManyToOne in Leg, so that the inserts write the foreign key
        // fix: leaves 2 statements
        Trip trip = new Trip(50, "New");
        trip.legs.addAll(legs(91, 93));
        session.persist(trip);
        session.flush(); // update after insert likely: Trip.legs
    }

    @Case(kind = POSITIVE, statements = 5)
    void new_children_with_generated_keys(Session session) {
        Cruise cruise = new Cruise();
        cruise.ports.addAll(List.of(new Port(), new Port()));
        session.persist(cruise);
        session.flush(); // update after insert likely: Cruise.ports
    }

    @Case(kind = POSITIVE, statements = 5)
    void new_children_in_order(Session session) {
        Route route = new Route(50, "New");
        route.points.addAll(List.of(new Point(91, "Point 91"), new Point(92, "Point 92")));
        session.persist(route);
        session.flush(); // update after insert likely: Route.points
    }

    /** The inserts write the key, and yet it is updated. */
    @Case(kind = POSITIVE, statements = 5)
    void new_children_whose_key_is_not_null(Session session) {
        Ferry ferry = new Ferry(50, "New");
        ferry.decks.addAll(Set.of(new Deck(91, "Deck 91"), new Deck(92, "Deck 92")));
        session.persist(ferry);
        session.flush(); // update after insert likely: Ferry.decks
    }

    @Case(kind = POSITIVE, statements = 10)
    void new_children_of_two_parents(Session session) {
        for (long id = 50; id <= 51; id++) {
            Trip trip = new Trip(id, "New");
            trip.legs.addAll(legs(10 * id, 10 * id + 1));
            session.persist(trip);
        }
        session.flush(); // update after insert likely: Trip.legs
    }

    @Case(kind = REMEDY, statements = 4, repairs = "new_children_of_a_new_parent")
    void children_whose_key_is_inserted(Session session) {
        Hotel hotel = new Hotel(50, "New");
        for (long id = 91; id <= 93; id++) {
            hotel.nights.add(new Night(id, "Night " + id));
        }
        session.persist(hotel);
        session.flush();
    }

    @Case(kind = REMEDY, statements = 2, repairs = "new_children_in_batches", settings = "hibernate.jdbc.batch_size=20")
    void children_whose_key_is_inserted_in_batches(Session session) {
        children_whose_key_is_inserted(session);
    }

    @Case(kind = REMEDY, statements = 3)
    void children_with_generated_keys_whose_key_is_inserted(Session session) {
        Yacht yacht = new Yacht();
        yacht.sails.addAll(List.of(new Sail(), new Sail()));
        session.persist(yacht);
        session.flush();
    }

    @Case(kind = REMEDY, statements = 3)
    void children_in_order_whose_key_is_inserted(Session session) {
        Convoy convoy = new Convoy(50, "New");
        convoy.trucks.addAll(List.of(new Truck(91, "Truck 91"), new Truck(92, "Truck 92")));
        session.persist(convoy);
        session.flush();
    }

    @Case(kind = REMEDY, statements = 4, repairs = "new_children_of_a_new_parent")
    void children_that_hold_the_key(Session session) {
        Guide guide = new Guide(50, "New");
        for (long id = 91; id <= 93; id++) {
            guide.tours.add(new Tour(id, "Tour " + id, guide));
        }
        session.persist(guide);
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    void one_new_child(Session session) {
        Trip trip = new Trip(50, "New");
        trip.legs.addAll(legs(91, 91));
        session.persist(trip);
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 8)
    void moved_children(Session session) {
        Trip first = session.find(Trip.class, 1L);
        Trip second = session.find(Trip.class, 2L);
        List<Leg> moved = List.copyOf(first.legs.subList(0, 2));
        first.legs.removeAll(moved);
        second.legs.addAll(moved);
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 7)
    void children_that_find_a_parent_later(Session session) {
        List<Leg> legs = legs(91, 92);
        legs.forEach(session::persist);
        session.flush();
        session.find(Trip.class, 1L).legs.addAll(legs);
        session.flush();
        session.flush();
        legs.get(0).setName("Other");
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 7)
    void later_changes_of_new_children(Session session) {
        Guide guide = new Guide(50, "New");
        for (long id = 91; id <= 93; id++) {
            guide.tours.add(new Tour(id, "Tour " + id, guide));
        }
        session.persist(guide);
        session.flush();
        guide.tours.forEach(tour -> tour.setName("Other"));
        session.flush();
    }

    /** Each refers to the other, so one of them has to wait for its key. */
    @Case(kind = LOOK_ALIKE, statements = 8)
    void cycles(Session session) {
        for (long id = 50; id <= 51; id++) {
            Crew crew = new Crew(id, "New");
            Pilot pilot = new Pilot(id, "Pilot " + id);
            crew.captain = pilot;
            pilot.crew = crew;
            session.persist(crew);
            session.persist(pilot);
        }
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 5)
    void children_in_a_join_table(Session session) {
        Bus bus = new Bus(50, "New");
        bus.seats.addAll(List.of(new Seat(91, "Seat 91"), new Seat(92, "Seat 92")));
        session.persist(bus);
        session.flush();
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    void children_that_leave(Session session) {
        session.find(Trip.class, 1L).legs.clear();
        session.flush();
    }

    /** The places are written apart from the keys. */
    @Case(kind = LOOK_ALIKE, statements = 5)
    void places_of_children_that_hold_the_key(Session session) {
        Train train = new Train(50, "New");
        train.cars.addAll(List.of(new Car(91, "Car 91", train), new Car(92, "Car 92", train)));
        session.persist(train);
        session.flush();
    }

    @Entity(name = "Trip")
    public static class Trip extends Named {
        @OneToMany(cascade = CascadeType.PERSIST)
        @JoinColumn(name = "trip_id")
        private List<Leg> legs = new ArrayList<>();

        Trip() {}

        Trip(long id, String name) {
            super(id, name);
        }
    }

    @Entity(name = "Leg")
    public static class Leg extends Named {
        Leg() {}

        Leg(long id, String name) {
            super(id, name);
        }
    }

    @Entity(name = "Cruise")
    public static class Cruise {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        @OneToMany(cascade = CascadeType.PERSIST)
        @JoinColumn(name = "cruise_id")
        private List<Port> ports = new ArrayList<>();
    }

    @Entity(name = "Port")
    public static class Port {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;
    }

    @Entity(name = "Route")
    public static class Route extends Named {
        @OneToMany(cascade = CascadeType.PERSIST)
        @JoinColumn(name = "route_id")
        @OrderColumn(name = "place")
        private List<Point> points = new ArrayList<>();

        Route() {}

        Route(long id, String name) {
            super(id, name);
        }
    }

    @Entity(name = "Point")
    public static class Point extends Named {
        Point() {}

        Point(long id, String name) {
            super(id, name);
        }
    }

    @Entity(name = "Ferry")
    public static class Ferry extends Named {
        @OneToMany(cascade = CascadeType.PERSIST)
        @JoinColumn(name = "ferry_id", nullable = false)
        private Set<Deck> decks = new HashSet<>();

        Ferry() {}

        Ferry(long id, String name) {
            super(id, name);
        }
    }

    @Entity(name = "Deck")
    public static class Deck extends Named {
        Deck() {}

        Deck(long id, String name) {
            super(id, name);
        }
    }

    @Entity(name = "Hotel")
    public static class Hotel extends Named {
        @OneToMany(cascade = CascadeType.PERSIST)
        @JoinColumn(name = "hotel_id", nullable = false, updatable = false)
        private List<Night> nights = new ArrayList<>();

        Hotel() {}

        Hotel(long id, String name) {
            super(id, name);
        }
    }

    @Entity(name = "Night")
    public static class Night extends Named {
        Night() {}

        Night(long id, String name) {
            super(id, name);
        }
    }

    @Entity(name = "Guide")
    public static class Guide extends Named {
        @OneToMany(mappedBy = "guide", cascade = CascadeType.PERSIST)
        private List<Tour> tours = new ArrayList<>();

        Guide() {}

        Guide(long id, String name) {
            super(id, name);
        }
    }

    @Entity(name = "Tour")
    public static class Tour extends Named {
        @ManyToOne(fetch = FetchType.LAZY)
        private Guide guide;

        Tour() {}

        Tour(long id, String name, Guide guide) {
            super(id, name);
            this.guide = guide;
        }
    }

    @Entity(name = "Crew")
    public static class Crew extends Named {
        @ManyToOne(fetch = FetchType.LAZY)
        private Pilot captain;

        Crew() {}

        Crew(long id, String name) {
            super(id, name);
        }
    }

    @Entity(name = "Pilot")
    public static class Pilot extends Named {
        @ManyToOne(fetch = FetchType.LAZY)
        private Crew crew;

        Pilot() {}

        Pilot(long id, String name) {
            super(id, name);
        }
    }

    @Entity(name = "Bus")
    public static class Bus extends Named {
        @OneToMany(cascade = CascadeType.PERSIST)
        private Set<Seat> seats = new HashSet<>();

        Bus() {}

        Bus(long id, String name) {
            super(id, name);
        }
    }

    @Entity(name = "Seat")
    public static class Seat extends Named {
        Seat() {}

        Seat(long id, String name) {
            super(id, name);
        }
    }

    @Entity(name = "Train")
    public static class Train extends Named {
        @OneToMany(mappedBy = "train", cascade = CascadeType.PERSIST)
        @OrderColumn(name = "place")
        private List<Car> cars = new ArrayList<>();

        Train() {}

        Train(long id, String name) {
            super(id, name);
        }
    }

    @Entity(name = "Car")
    public static class Car extends Named {
        @ManyToOne(fetch = FetchType.LAZY)
        private Train train;

        Car() {}

        Car(long id, String name, Train train) {
            super(id, name);
            this.train = train;
        }
    }

    @Entity(name = "Yacht")
    public static class Yacht {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        @OneToMany(cascade = CascadeType.PERSIST)
        @JoinColumn(name = "yacht_id", nullable = false, updatable = false)
        private Set<Sail> sails = new HashSet<>();
    }

    @Entity(name = "Sail")
    public static class Sail {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;
    }

    @Entity(name = "Convoy")
    public static class Convoy extends Named {
        @OneToMany(cascade = CascadeType.PERSIST)
        @JoinColumn(name = "convoy_id", nullable = false, updatable = false)
        @OrderColumn(name = "place")
        private List<Truck> trucks = new ArrayList<>();

        Convoy() {}

        Convoy(long id, String name) {
            super(id, name);
        }
    }

    @Entity(name = "Truck")
    public static class Truck extends Named {
        Truck() {}

        Truck(long id, String name) {
            super(id, name);
        }
    }
}
