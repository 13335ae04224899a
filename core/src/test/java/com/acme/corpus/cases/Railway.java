package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;

import com.acme.corpus.Case;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Root;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.hibernate.KeyType;
import org.hibernate.Session;
import org.hibernate.annotations.NaturalId;

/** Trains that criteria queries select, and stations that are known by natural ids. */
// Columns are mapped that no case reads, and Hibernate 6.6 has deprecated forms only.
@SuppressWarnings({"unused", "deprecation", "removal"})
public final class Railway {

    private static <T> List<T> select(Session session, Class<T> type, Consumer<Root<T>> fetches) {
        CriteriaQuery<T> query = session.getCriteriaBuilder().createQuery(type);
        Root<T> root = query.from(type);
        fetches.accept(root);
        return session.createQuery(query.select(root)).getResultList();
    }

    @Case(kind = POSITIVE, statements = 5)
    int wagons_of_trains(Session session) {
        // fix: root.fetch("wagons", JoinType.LEFT) in the query at Railway.select
        // fix: leaves 1 statement
        int wagons = 0;
        for (Train train : select(session, Train.class, root -> {})) {
            wagons += train.wagons.size(); // N+1: Train.wagons
        }
        return wagons;
    }

    @Case(kind = REMEDY, statements = 1, repairs = "wagons_of_trains")
    int wagons_of_trains_fetched(Session session) {
        int wagons = 0;
        for (Train train : select(session, Train.class, root -> root.fetch("wagons", JoinType.LEFT))) {
            wagons += train.wagons.size();
        }
        return wagons;
    }

    @Case(kind = POSITIVE, statements = 9)
    int makers_of_wagons(Session session) {
        // fix: w = root.fetch("wagons", JoinType.LEFT), w.fetch("maker", JoinType.LEFT) in the query at Railway.select
        // fix: leaves 1 statement
        int letters = 0;
        for (Train train : select(session, Train.class, root -> {})) {
            for (Wagon wagon : train.wagons) { // N+1: Train.wagons
                letters += wagon.maker.getName().length(); // N+1: Wagon.maker in Train.wagons
            }
        }
        return letters;
    }

    @Case(kind = REMEDY, statements = 1, repairs = "makers_of_wagons")
    int makers_of_wagons_fetched(Session session) {
        int letters = 0;
        for (Train train : select(session, Train.class, root -> {
            var w = root.fetch("wagons", JoinType.LEFT);
            w.fetch("maker", JoinType.LEFT);
        })) {
            for (Wagon wagon : train.wagons) {
                letters += wagon.maker.getName().length();
            }
        }
        return letters;
    }

    @Case(kind = POSITIVE, statements = 4)
    int insurers_in_papers(Session session) {
        // fix: root.fetch("papers", JoinType.LEFT).fetch("insurer", JoinType.LEFT) in the query at Railway.select
        // fix: leaves 1 statement
        int letters = 0;
        for (Train train : select(session, Train.class, root -> {})) {
            letters += train.papers.insurer == null
                    ? 0
                    : train.papers.insurer.getName().length(); // N+1: Train.papers.insurer
        }
        return letters;
    }

    @Case(kind = REMEDY, statements = 1, repairs = "insurers_in_papers")
    int insurers_in_papers_fetched(Session session) {
        int letters = 0;
        for (Train train : select(session, Train.class, root -> {
            var p = root.fetch("papers", JoinType.LEFT);
            p.fetch("insurer", JoinType.LEFT);
        })) {
            letters += train.papers.insurer == null
                    ? 0
                    : train.papers.insurer.getName().length();
        }
        return letters;
    }

    @Case(kind = POSITIVE, statements = 4)
    int caterers_of_sleepers(Session session) {
        // fix: root.fetch("caterer", JoinType.LEFT) in the query at Railway.select
        // fix: leaves 1 statement
        int letters = 0;
        for (Sleeper sleeper : select(session, Sleeper.class, root -> {})) {
            letters += sleeper.caterer.getName().length(); // N+1: Sleeper.caterer
        }
        return letters;
    }

    @Case(kind = POSITIVE, statements = 4)
    int caterers_of_trains(Session session) {
        // fix: builder.treat(root, Sleeper.class).fetch("caterer", JoinType.LEFT) in the query at Railway.select
        // fix: leaves 1 statement
        int letters = 0;
        for (Train train : select(session, Train.class, root -> {})) {
            if (train instanceof Sleeper sleeper) {
                letters += sleeper.caterer.getName().length(); // N+1: Sleeper.caterer
            }
        }
        return letters;
    }

    @Case(kind = REMEDY, statements = 1, repairs = "caterers_of_trains")
    int caterers_of_trains_fetched(Session session) {
        int letters = 0;
        var builder = session.getCriteriaBuilder();
        for (Train train : select(
                session, Train.class, root -> builder.treat(root, Sleeper.class).fetch("caterer", JoinType.LEFT))) {
            if (train instanceof Sleeper sleeper) {
                letters += sleeper.caterer.getName().length();
            }
        }
        return letters;
    }

    @Case(kind = POSITIVE, statements = 5)
    int station_of_each_stopover(Session session) {
        // fix: findMultiple(Station.class, keys, KeyType.NATURAL), on Hibernate 6 byMultipleNaturalId with
        // enableOrderedReturn(false), instead of one load each at Railway.station_of_each_stopover
        // fix: leaves 2 statements
        int letters = 0;
        for (Stopover halt : all(session, Stopover.class)) {
            Station station = session.bySimpleNaturalId(Station.class).load(halt.station); // N+1 likely: table Station
            letters += station.name.length();
        }
        return letters;
    }

    @Case(kind = REMEDY, statements = 2, hibernate = 7, repairs = "station_of_each_stopover")
    int stations_of_all_stopovers(Session session) {
        List<String> keys =
                all(session, Stopover.class).stream().map(halt -> halt.station).toList();
        return session.findMultiple(Station.class, keys, KeyType.NATURAL).size();
    }

    @Case(kind = REMEDY, statements = 2, repairs = "station_of_each_stopover")
    int stations_of_all_stopovers_as_hibernate_6_does(Session session) {
        List<String> keys =
                all(session, Stopover.class).stream().map(halt -> halt.station).toList();
        return session.byMultipleNaturalId(Station.class)
                .enableOrderedReturn(false)
                .multiLoad(keys)
                .size();
    }

    @Case(kind = POSITIVE, statements = 5)
    int platform_of_each_stopover(Session session) {
        // fix: findMultiple(Platform.class, keys, KeyType.NATURAL), on Hibernate 6 byMultipleNaturalId with
        // enableOrderedReturn(false), instead of one load each at Railway.platform_of_each_stopover
        // fix: leaves 2 statements
        int sum = 0;
        for (Stopover halt : all(session, Stopover.class)) {
            sum += session.byNaturalId(Platform.class)
                    .using("station", halt.station)
                    .using("track", halt.track)
                    .load() // N+1: table Platform
                    .length;
        }
        return sum;
    }

    @Case(kind = REMEDY, statements = 2, hibernate = 7, repairs = "platform_of_each_stopover")
    int platforms_of_all_stopovers(Session session) {
        List<Map<String, Object>> keys = all(session, Stopover.class).stream()
                .map(halt -> Map.<String, Object>of("station", halt.station, "track", halt.track))
                .toList();
        return session.findMultiple(Platform.class, keys, KeyType.NATURAL).size();
    }

    @Case(kind = REMEDY, statements = 2, repairs = "platform_of_each_stopover")
    int platforms_of_all_stopovers_as_hibernate_6_does(Session session) {
        List<Map<String, Object>> keys = all(session, Stopover.class).stream()
                .map(halt -> Map.<String, Object>of("station", halt.station, "track", halt.track))
                .toList();
        return session.byMultipleNaturalId(Platform.class)
                .enableOrderedReturn(false)
                .multiLoad(keys)
                .size();
    }

    @Entity(name = "Train")
    public static class Train {
        @Id
        private Integer id;

        @Embedded
        private Papers papers;

        @OneToMany(mappedBy = "train")
        private Set<Wagon> wagons;
    }

    @Embeddable
    public static class Papers {
        private String number;

        @ManyToOne(fetch = FetchType.LAZY)
        private Firm insurer;
    }

    @Entity(name = "Sleeper")
    public static class Sleeper extends Train {
        @ManyToOne(fetch = FetchType.LAZY)
        private Firm caterer;
    }

    @Entity(name = "Wagon")
    public static class Wagon {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Train train;

        @ManyToOne(fetch = FetchType.LAZY)
        private Firm maker;
    }

    @Entity(name = "Firm")
    public static class Firm {
        @Id
        private Integer id;

        private String name;

        public String getName() {
            return name;
        }
    }

    @Entity(name = "Stopover")
    public static class Stopover {
        @Id
        private Integer id;

        private String station;

        private int track;
    }

    @Entity(name = "Station")
    public static class Station {
        @Id
        private Integer id;

        @NaturalId
        private String code;

        private String name;
    }

    @Entity(name = "Platform")
    public static class Platform {
        @Id
        private Integer id;

        @NaturalId
        private String station;

        @NaturalId
        private int track;

        private int length;
    }
}
