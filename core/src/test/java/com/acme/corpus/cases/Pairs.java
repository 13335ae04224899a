package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;

import com.acme.corpus.Case;
import io.querybudget.recording.CauseFrame;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.Query;

/** One-to-ones that are eager on both sides, so that the load of one side joins the other one back. */
// Columns are mapped that no case reads.
@SuppressWarnings("unused")
public final class Pairs {

    @Case(kind = POSITIVE, statements = 7)
    int inverse_side_whose_owner_is_eager(Session session) {
        // fix: @EntityGraph(attributePaths = "passport") on TravellerRepository.findAll, declared again for it; or
        // @MapsId on the owning side together with optional = false on Traveller.passport, which must always exist then
        // fix: leaves 1 statement
        try (CauseFrame call = CauseFrame.openRepositoryCall("TravellerRepository.findAll", true)) {
            return all(session, Traveller.class).getResultList().size(); // N+1: Traveller.passport
        }
    }

    @Case(kind = REMEDY, statements = 1, repairs = "inverse_side_whose_owner_is_eager")
    int inverse_side_whose_owner_is_eager_in_a_graph(Session session) {
        var graph = session.createEntityGraph(Traveller.class);
        graph.addAttributeNodes("passport");
        var query = session.createQuery("from Traveller t", Traveller.class);
        return query.setHint("jakarta.persistence.fetchgraph", graph)
                .getResultList()
                .size();
    }

    @Case(kind = POSITIVE, statements = 7)
    int inverse_side_whose_owner_is_lazy(Session session) {
        // fix: @EntityGraph(attributePaths = "permit") on TouristRepository.findAll, declared again for it; or @MapsId
        // on the owning side together with optional = false on Tourist.permit, which must always exist then
        // fix: leaves 1 statement
        try (CauseFrame call = CauseFrame.openRepositoryCall("TouristRepository.findAll", true)) {
            return all(session, Tourist.class).getResultList().size(); // N+1: Tourist.permit
        }
    }

    @Case(kind = POSITIVE, statements = 7)
    int owner_that_is_eager(Session session) {
        var query = session.createQuery("select p from Passport p", Passport.class);
        return query.getResultList().size(); // N+1: Passport.traveller
    }

    @Case(kind = POSITIVE, statements = 15)
    int collection_of_the_owner(Session session) {
        // fix: left join fetch p.traveller left join fetch p.visas in the query at Pairs.collection_of_the_owner; or,
        // if nothing here reads Passport.traveller, fetch = FetchType.LAZY, and a fetch wherever it is read after its
        // session is closed
        // fix: leaves 1 statement
        int visas = 0;
        var query = session.createQuery("select p from Passport p", Passport.class);
        for (Passport passport : query.getResultList()) { // N+1: Passport.traveller
            visas += passport.visas.size(); // N+1: Passport.visas
        }
        return visas;
    }

    @Case(kind = REMEDY, statements = 1, repairs = "collection_of_the_owner")
    int collection_of_the_owner_fetched(Session session) {
        int visas = 0;
        String text = "select p from Passport p left join fetch p.traveller left join fetch p.visas";
        var query = session.createQuery(text, Passport.class);
        for (Passport passport : query.getResultList()) {
            visas += passport.visas.size();
        }
        return visas;
    }

    @Case(kind = POSITIVE, statements = 13)
    int collection_behind_the_inverse_side(Session session) {
        int visas = 0;
        var query = session.createQuery("select t from Traveller t", Traveller.class);
        for (Traveller traveller : query.getResultList()) { // N+1: Traveller.passport
            visas += traveller.passport.visas.size(); // N+1: Passport.visas in Traveller.passport
        }
        return visas;
    }

    @Case(kind = POSITIVE, statements = 5)
    int inverse_side_that_is_told_to_exist(Session session) {
        var query = session.createQuery("from Pilot p", Pilot.class);
        return query.getResultList().size(); // N+1: Pilot.rating
    }

    @Case(kind = POSITIVE, statements = 5)
    int owner_of_a_side_that_is_told_to_exist(Session session) {
        var query = session.createQuery("from Rating r", Rating.class);
        return query.getResultList().size(); // N+1: Rating.pilot
    }

    @Case(kind = POSITIVE, statements = 5)
    int inverse_side_that_shares_the_key(Session session) {
        var query = session.createQuery("from Ship s", Ship.class);
        return query.getResultList().size(); // N+1: Ship.logbook
    }

    @Case(kind = POSITIVE, statements = 5)
    int owner_that_shares_the_key(Session session) {
        var query = session.createQuery("from Logbook l", Logbook.class);
        return query.getResultList().size(); // N+1: Logbook.ship
    }

    @Case(kind = POSITIVE, statements = 9)
    int collection_of_the_owner_that_shares_the_key(Session session) {
        int pages = 0;
        var query = session.createQuery("from Logbook l", Logbook.class);
        for (Logbook logbook : query.getResultList()) { // N+1: Logbook.ship
            pages += logbook.sheets.size(); // N+1: Logbook.sheets
        }
        return pages;
    }

    /** The partner of a partner comes along with the partner. */
    @Case(kind = POSITIVE, statements = 5)
    int partners(Session session) {
        var query = session.createQuery("from Dancer d where d.id < 5", Dancer.class);
        return query.getResultList().size(); // N+1: Dancer.partner
    }

    @Case(kind = POSITIVE, statements = 9)
    int collection_of_partners(Session session) {
        int shoes = 0;
        var query = session.createQuery("from Dancer d where d.id < 5", Dancer.class);
        for (Dancer dancer : query.getResultList()) { // N+1: Dancer.partner
            shoes += dancer.shoes.size(); // N+1: Dancer.shoes
        }
        return shoes;
    }

    @Case(kind = POSITIVE, statements = 9)
    int collection_of_the_partners_of_partners(Session session) {
        int shoes = 0;
        var query = session.createQuery("from Dancer d where d.id < 5", Dancer.class);
        for (Dancer dancer : query.getResultList()) { // N+1: Dancer.partner
            shoes += dancer.partner.partner.shoes.size(); // N+1: Dancer.shoes in Dancer.partner
        }
        return shoes;
    }

    /** Dancers that nobody asked for come along with their partners, and refer to them like those who are asked for. */
    @Case(kind = POSITIVE, statements = 7)
    int collection_of_couples_that_others_look_at(Session session) {
        int shoes = 0;
        var query = session.createQuery("from Dancer d where d.id > 40", Dancer.class);
        for (Dancer dancer : query.getResultList()) { // N+1: Dancer.partner
            shoes += dancer.partner.partner.shoes.size(); // N+1: Dancer.shoes in Dancer.partner
        }
        return shoes;
    }

    /** The passports come along with the travellers, whom another entity refers to. */
    @Case(kind = POSITIVE, statements = 5)
    int holder_of_one_side(Session session) {
        var query = session.createQuery("from Journey j", Journey.class);
        return query.getResultList().size(); // N+1: Journey.traveller
    }

    @Case(kind = POSITIVE, statements = 9)
    int collection_behind_both_sides(Session session) {
        // fix: left join fetch j.traveller t left join fetch t.passport p left join fetch p.visas in the query at
        // Pairs.collection_behind_both_sides; or, if nothing here reads Journey.traveller, fetch = FetchType.LAZY, and
        // a fetch wherever it is read after its session is closed
        // fix: leaves 1 statement
        int visas = 0;
        var query = session.createQuery("from Journey j", Journey.class);
        for (Journey journey : query.getResultList()) { // N+1: Journey.traveller
            visas += journey.traveller.passport.visas.size(); // N+1: Passport.visas in Journey.traveller
        }
        return visas;
    }

    @Case(kind = REMEDY, statements = 1, repairs = "collection_behind_both_sides")
    int collection_behind_both_sides_fetched(Session session) {
        int visas = 0;
        String text =
                "from Journey j left join fetch j.traveller t left join fetch t.passport p left join fetch p.visas";
        for (Journey journey : session.createQuery(text, Journey.class).getResultList()) {
            visas += journey.traveller.passport.visas.size();
        }
        return visas;
    }

    @Case(kind = POSITIVE, statements = 15)
    int collection_of_the_owner_in_a_stream(Session session) {
        int visas = 0;
        var query = session.createQuery("select p from Passport p", Passport.class);
        try (Stream<Passport> passports = query.getResultStream()) {
            for (Passport passport : (Iterable<Passport>) passports::iterator) { // N+1: Passport.traveller
                visas += passport.visas.size(); // N+1: Passport.visas
            }
        }
        return visas;
    }

    private static <T> Query<T> all(Session session, Class<T> type) {
        var query = session.getCriteriaBuilder().createQuery(type);
        return session.createQuery(query.select(query.from(type)));
    }

    @Entity(name = "Traveller")
    public static class Traveller {
        @Id
        private Integer id;

        @Version
        private Long version;

        @OneToOne(mappedBy = "traveller")
        private Passport passport;
    }

    @Entity(name = "Passport")
    public static class Passport {
        @Id
        private Integer id;

        @Version
        private Long version;

        @OneToOne
        @JoinColumn(name = "traveller_id")
        private Traveller traveller;

        @OneToMany(mappedBy = "passport")
        private Set<Visa> visas;
    }

    @Entity(name = "Visa")
    public static class Visa {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Passport passport;
    }

    @Entity(name = "Journey")
    public static class Journey {
        @Id
        private Integer id;

        @ManyToOne
        private Traveller traveller;
    }

    @Entity(name = "Tourist")
    public static class Tourist {
        @Id
        private Integer id;

        @OneToOne(mappedBy = "tourist")
        private Permit permit;
    }

    @Entity(name = "Permit")
    public static class Permit {
        @Id
        private Integer id;

        @OneToOne(fetch = FetchType.LAZY)
        private Tourist tourist;
    }

    @Entity(name = "Pilot")
    public static class Pilot {
        @Id
        private Integer id;

        @OneToOne(mappedBy = "pilot", optional = false)
        private Rating rating;
    }

    @Entity(name = "Rating")
    public static class Rating {
        @Id
        private Integer id;

        @OneToOne(optional = false)
        private Pilot pilot;
    }

    @Entity(name = "Ship")
    public static class Ship {
        @Id
        private Integer id;

        @OneToOne(mappedBy = "ship")
        private Logbook logbook;
    }

    @Entity(name = "Logbook")
    public static class Logbook {
        @Id
        private Integer id;

        @OneToOne
        @MapsId
        private Ship ship;

        @OneToMany(mappedBy = "logbook")
        private Set<Sheet> sheets;
    }

    @Entity(name = "Sheet")
    public static class Sheet {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Logbook logbook;
    }

    @Entity(name = "Dancer")
    public static class Dancer {
        @Id
        private Integer id;

        @ManyToOne
        private Dancer partner;

        @OneToMany(mappedBy = "dancer")
        private Set<Shoe> shoes;
    }

    @Entity(name = "Shoe")
    public static class Shoe {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Dancer dancer;
    }
}
