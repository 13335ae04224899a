package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.DOUBTFUL;
import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.countBy;
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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;

/** Clubs that meet each other, so that a query joins their table twice; and results that are read side by side. */
// Columns are mapped that no case reads.
@SuppressWarnings("unused")
public final class League {

    private static final String DUELS = "from Duel d join fetch d.host join fetch d.guest order by d.id";

    /** Hibernate reads the code of a club only where it meets the club first, as a host or as a guest. */
    @Case(kind = POSITIVE, statements = 5)
    long players_of_hosts(Session session) {
        long players = 0;
        Set<String> counted = new HashSet<>();
        for (Duel duel : list(session, DUELS, Duel.class)) {
            if (counted.add(duel.getHost().getCode())) {
                players += countBy(session, "Player", "clubCode", duel.getHost().getCode())
                        .getSingleResult(); // N+1 likely: table Player
            }
        }
        return players;
    }

    @Case(kind = POSITIVE, statements = 6)
    long players_of_all_clubs(Session session) {
        long players = 0;
        Set<String> codes = new LinkedHashSet<>();
        for (Duel duel : list(session, DUELS, Duel.class)) {
            codes.add(duel.getHost().getCode());
            codes.add(duel.getGuest().getCode());
        }
        for (String code : codes) {
            players += countBy(session, "Player", "clubCode", code).getSingleResult(); // N+1: table Player
        }
        return players;
    }

    @Case(kind = POSITIVE, statements = 6)
    long trophies_of_all_clubs(Session session) {
        long trophies = 0;
        Set<Integer> ids = new LinkedHashSet<>();
        for (Duel duel : list(session, DUELS, Duel.class)) {
            ids.add(duel.getHost().getId());
            ids.add(duel.getGuest().getId());
        }
        for (Integer id : ids) {
            trophies += session.createQuery("select count(t) from Trophy t where t.club.id = :id", Long.class)
                    .setParameter("id", id)
                    .getSingleResult(); // N+1: Trophy.club
        }
        return trophies;
    }

    /** The same query and the same loop at two lines: each of them has to be told. */
    @Case(kind = POSITIVE, statements = 10)
    long trophies_counted_twice(Session session) {
        long trophies = 0;
        for (Club club : list(session, "from Club c where c.id < 5 order by c.id", Club.class)) {
            trophies += countBy(session, "Trophy", "club.id", club.getId()).getSingleResult(); // N+1: Trophy.club
        }
        session.clear();
        for (Club club : list(session, "from Club c where c.id < 5 order by c.id", Club.class)) {
            trophies -= countBy(session, "Trophy", "club.id", club.getId()).getSingleResult(); // N+1: Trophy.club
        }
        return trophies;
    }

    /** Both clubs of each duel, read without Hibernate. */
    @Case(kind = POSITIVE, statements = 11)
    int players_of_both_sides(Connection connection) throws SQLException {
        int players = 0;
        String duels =
                "select h.code, g.code from Duel d join Club h on h.id = d.host_id join Club g on g.id = d.guest_id"
                        + " order by d.id";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(duels);
                PreparedStatement count = connection.prepareStatement(PLAYERS)) {
            while (rows.next()) {
                for (int side = 1; side <= 2; side++) {
                    count.setString(1, rows.getString(side));
                    players += number(count.executeQuery()); // N+1: table Player
                }
            }
        }
        return players;
    }

    @Case(kind = REMEDY, statements = 2)
    long players_by_all_codes(Session session) {
        Set<String> codes = new LinkedHashSet<>();
        list(session, DUELS, Duel.class)
                .forEach(duel -> codes.add(duel.getHost().getCode()));
        return session.createQuery("select count(p) from Player p where p.clubCode in :codes", Long.class)
                .setParameter("codes", codes)
                .getSingleResult();
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    long players_of_one_duel(Session session) {
        Duel duel = list(session, DUELS, Duel.class).get(0);
        long hosts =
                countBy(session, "Player", "clubCode", duel.getHost().getCode()).getSingleResult();
        long guests = countBy(session, "Player", "clubCode", duel.getGuest().getCode())
                .getSingleResult();
        return hosts - guests;
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    long players_of_the_sides_of_one_duel(Session session) {
        Duel duel = list(session, DUELS, Duel.class).get(0);
        long players = 0;
        for (Club club : List.of(duel.getHost(), duel.getGuest())) {
            players += countBy(session, "Player", "clubCode", club.getCode()).getSingleResult();
        }
        return players;
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    long trophies_of_the_sides_of_one_duel(Session session) {
        Duel duel = list(session, DUELS, Duel.class).get(1);
        long trophies = 0;
        for (Club club : List.of(duel.getHost(), duel.getGuest())) {
            trophies += session.createQuery("select count(t) from Trophy t where t.club.id = :id", Long.class)
                    .setParameter("id", club.getId())
                    .getSingleResult();
        }
        return trophies;
    }

    /** The duel and its return match have the same two clubs: those of the first duel, or the hosts of both. */
    @Case(kind = DOUBTFUL, statements = 3)
    long trophies_of_two_duels_of_two_clubs(Session session) {
        String query = "from Duel d join fetch d.host join fetch d.guest where d.id in (1, 5) order by d.id";
        Duel duel = list(session, query, Duel.class).get(0);
        long trophies = 0;
        for (Club club : List.of(duel.getHost(), duel.getGuest())) {
            trophies += session.createQuery("select count(t) from Trophy t where t.club.id = :id", Long.class)
                    .setParameter("id", club.getId())
                    .getSingleResult(); // N+1 likely: Trophy.club
        }
        return trophies;
    }

    private static final String PLAYERS = "select count(*) from Player where clubCode = ?";

    /** Two results are open and read row by row side by side; the one that was moved last does not have the key. */
    @Case(kind = POSITIVE, statements = 7)
    int clubs_beside_places(Connection connection) throws SQLException {
        int players = 0;
        try (Statement clubs = connection.createStatement();
                Statement places = connection.createStatement();
                ResultSet club = clubs.executeQuery("select code from Club order by id");
                ResultSet place = places.executeQuery("select town from Place order by id");
                PreparedStatement count = connection.prepareStatement(PLAYERS)) {
            while (club.next()) {
                String town = place.next() ? place.getString(1) : "";
                count.setString(1, club.getString(1));
                players += number(count.executeQuery()) + town.length(); // N+1: table Player
            }
        }
        return players;
    }

    /** The other result is moved now and then only. */
    @Case(kind = POSITIVE, statements = 7)
    int clubs_merged_with_places(Connection connection) throws SQLException {
        int players = 0;
        try (Statement clubs = connection.createStatement();
                Statement places = connection.createStatement();
                ResultSet club = clubs.executeQuery("select code from Club order by id");
                ResultSet place = places.executeQuery("select town from Place order by id");
                PreparedStatement count = connection.prepareStatement(PLAYERS)) {
            place.next();
            while (club.next()) {
                String code = club.getString(1);
                count.setString(1, code);
                if (code.compareTo(place.getString(1)) > 0 && !place.isLast()) {
                    place.next();
                }
                players += number(count.executeQuery()); // N+1: table Player
            }
        }
        return players;
    }

    private static int number(ResultSet rows) throws SQLException {
        try (rows) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    @Entity(name = "Club")
    public static class Club {
        @Id
        private Integer id;

        private String code;

        public Integer getId() {
            return id;
        }

        public String getCode() {
            return code;
        }
    }

    @Entity(name = "Duel")
    public static class Duel {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Club host;

        @ManyToOne(fetch = FetchType.LAZY)
        private Club guest;

        public Club getHost() {
            return host;
        }

        public Club getGuest() {
            return guest;
        }
    }

    @Entity(name = "Player")
    public static class Player {
        @Id
        private Integer id;

        private String clubCode;
    }

    @Entity(name = "Trophy")
    public static class Trophy {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Club club;
    }

    @Entity(name = "Place")
    public static class Place {
        @Id
        private Integer id;

        private String town;
    }
}
