package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.Set;
import org.hibernate.Session;

/** Entities whose mapping loads more with them: a join in a query brings them without that, which follows row by row. */
// Columns are mapped that no case reads.
@SuppressWarnings("unused")
public final class Gardens {

    @Case(kind = POSITIVE, statements = 4)
    int eager_beds_that_have_an_eager_soil_and_seedlings(Session session) {
        // fix: left join fetch g.beds b left join fetch b.soil left join fetch b.seedlings in the query at
        // Gardens.eager_beds_that_have_an_eager_soil_and_seedlings; or, if nothing here reads Gardener.beds, fetch =
        // FetchType.LAZY, and a fetch wherever it is read after its session is closed
        // fix: leaves 1 statement
        var query = session.createQuery("from Gardener g", Gardener.class);
        return query.getResultList().size(); // N+1: Gardener.beds
    }

    @Case(kind = REMEDY, statements = 1, repairs = "eager_beds_that_have_an_eager_soil_and_seedlings")
    int beds_fetched_with_all_that_is_eager(Session session) {
        String query = "from Gardener g left join fetch g.beds b left join fetch b.soil left join fetch b.seedlings";
        return list(session, query, Gardener.class).size();
    }

    @Case(kind = POSITIVE, statements = 9)
    int beds_fetched_without_what_is_eager(Session session) {
        // fix: left join fetch g.beds b left join fetch b.soil left join fetch b.seedlings in the query at
        // Gardens.beds_fetched_without_what_is_eager; or, if nothing here reads Bed.soil and Bed.seedlings, fetch =
        // FetchType.LAZY, and a fetch wherever it is read after its session is closed
        // fix: leaves 1 statement
        var query = session.createQuery("from Gardener g left join fetch g.beds", Gardener.class);
        return query.getResultList().size(); // N+1: Bed.soil // N+1: Bed.seedlings
    }

    @Case(kind = REMEDY, statements = 1, repairs = "beds_fetched_without_what_is_eager")
    int beds_fetched_through_an_alias(Session session) {
        return beds_fetched_with_all_that_is_eager(session);
    }

    @Case(kind = POSITIVE, statements = 5)
    int lazy_sacks_that_have_an_eager_soil(Session session) {
        int letters = 0;
        for (Delivery delivery : all(session, Delivery.class)) {
            // fix: left join fetch e.sack s left join fetch s.soil in the query at Queries.all
            // fix: leaves 1 statement
            letters += delivery.sack.getName().length(); // N+1: Delivery.sack
        }
        return letters;
    }

    @Case(kind = REMEDY, statements = 1, repairs = "lazy_sacks_that_have_an_eager_soil")
    int sacks_fetched_with_their_soil(Session session) {
        String query = "from Delivery e left join fetch e.sack s left join fetch s.soil";
        return list(session, query, Delivery.class).stream()
                .mapToInt(delivery -> delivery.sack.getName().length())
                .sum();
    }

    /** The gardener comes with the bed by one statement, and then one for all beds of the gardener follows. */
    @Case(kind = POSITIVE, statements = 7)
    int lazy_beds_that_have_two_eager_collections_on_their_way(Session session) {
        int letters = 0;
        for (Watering watering : all(session, Watering.class)) {
            // fix: @BatchSize(size = 50) on Bed, because Queries.all would multiply rows by fetching a second
            // collection
            // fix: leaves 5 statements
            // fix: @BatchSize(size = 50) on Gardener.beds, because Queries.all would multiply rows by fetching a second
            // collection
            letters += watering.bed.getName().length(); // N+1: Watering.bed // N+1: Gardener.beds in Watering.bed
        }
        return letters;
    }

    @Case(kind = REMEDY, statements = 3, settings = "hibernate.default_batch_fetch_size=50")
    int beds_and_the_beds_of_their_gardeners_in_batches(Session session) {
        return lazy_beds_that_have_two_eager_collections_on_their_way(session);
    }

    @Case(kind = POSITIVE, statements = 4)
    int lazy_climates_that_have_an_eager_parent_each(Session session) {
        int letters = 0;
        for (Nursery nursery : all(session, Nursery.class)) {
            // fix: @BatchSize(size = 50) on Climate, because Queries.all cannot fetch all that is eager behind it
            // fix: leaves 3 statements
            letters += nursery.climate.getName().length(); // N+1: Nursery.climate
        }
        return letters;
    }

    /** What brings the gardener brings all beds of the gardener, with their soils and seedlings. */
    @Case(kind = POSITIVE, statements = 4)
    int eager_gardeners_that_bring_what_is_eager_in_their_beds(Session session) {
        // fix: @BatchSize(size = 50) on Gardener, because
        // Gardens.eager_gardeners_that_bring_what_is_eager_in_their_beds would multiply rows by fetching a second
        // collection
        var query = session.createQuery("from Bed b", Bed.class);
        return query.getResultList().size(); // N+1: Bed.gardener
    }

    @Case(kind = REMEDY, statements = 2, settings = "hibernate.default_batch_fetch_size=50")
    int gardeners_of_beds_in_batches(Session session) {
        return eager_gardeners_that_bring_what_is_eager_in_their_beds(session);
    }

    @Entity(name = "Gardener")
    public static class Gardener {
        @Id
        private Integer id;

        @OneToMany(mappedBy = "gardener", fetch = FetchType.EAGER)
        private Set<Bed> beds;
    }

    @Entity(name = "Bed")
    public static class Bed {
        @Id
        private Integer id;

        private String name;

        @ManyToOne
        private Gardener gardener;

        @ManyToOne
        private Soil soil;

        @OneToMany(mappedBy = "bed", fetch = FetchType.EAGER)
        private Set<Seedling> seedlings;

        public String getName() {
            return name;
        }
    }

    @Entity(name = "Soil")
    public static class Soil {
        @Id
        private Integer id;

        private String name;
    }

    @Entity(name = "Seedling")
    public static class Seedling {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Bed bed;
    }

    @Entity(name = "Sack")
    public static class Sack {
        @Id
        private Integer id;

        private String name;

        @ManyToOne
        private Soil soil;

        public String getName() {
            return name;
        }
    }

    @Entity(name = "Delivery")
    public static class Delivery {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Sack sack;
    }

    @Entity(name = "Watering")
    public static class Watering {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Bed bed;
    }

    @Entity(name = "Climate")
    public static class Climate {
        @Id
        private Integer id;

        private String name;

        @ManyToOne
        private Climate parent;

        public String getName() {
            return name;
        }
    }

    @Entity(name = "Nursery")
    public static class Nursery {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Climate climate;
    }
}
