package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.DOUBTFUL;
import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.countBy;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedAttributeNode;
import jakarta.persistence.NamedEntityGraph;
import jakarta.persistence.NamedSubgraph;
import jakarta.persistence.OneToMany;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.hibernate.Session;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;

/** Acts of a festival, and the forms that its visitors fill in. */
// Columns are mapped that no case reads.
@SuppressWarnings("unused")
public final class Festival {

    /** Two mappers call each other down a tree. */
    @Case(kind = POSITIVE, statements = 8)
    List<Conversation> threads(Session session) {
        // fix: @BatchSize(size = 50) on Utterance.replies, because a query fetches one level of a tree only
        return list(session, "from Utterance u where u.parent is null order by u.id", Utterance.class).stream()
                .map(ThreadMapper::map)
                .toList();
    }

    @Case(kind = POSITIVE, statements = 4)
    int headliners_by_stage(Session session) {
        // fix: left join fetch e.headliners in the query at Queries.all
        // fix: leaves 1 statement
        int letters = 0;
        for (Lineup lineup : all(session, Lineup.class)) {
            for (Map.Entry<Scene, Band> headliner : lineup.getHeadliners().entrySet()) { // N+1: Lineup.headliners
                letters += headliner.getKey().getName().length();
                letters += headliner.getValue().getName().length();
            }
        }
        return letters;
    }

    @Case(kind = REMEDY, statements = 1, repairs = "headliners_by_stage")
    int headliners_fetched(Session session) {
        String query = "from Lineup e left join fetch e.headliners order by e.id";
        return list(session, query, Lineup.class).stream()
                .flatMap(lineup -> lineup.getHeadliners().entrySet().stream())
                .mapToInt(headliner -> headliner.getKey().getName().length()
                        + headliner.getValue().getName().length())
                .sum();
    }

    /** What one loop prepares, another one asks for. */
    @Case(kind = POSITIVE, statements = 5)
    int names_that_are_supplied_later(Session session) {
        List<Supplier<String>> names = new ArrayList<>();
        for (Act act : all(session, Act.class)) {
            names.add(() -> act.getBand().getName()); // N+1: Act.band
        }
        int letters = 0;
        for (Supplier<String> name : names) {
            letters += name.get().length();
        }
        return letters;
    }

    @Case(kind = POSITIVE, statements = 7)
    int labels_of_bands(Session session) {
        // fix: left join fetch e.band b left join fetch b.label in the query at Queries.all
        // fix: leaves 1 statement
        int letters = 0;
        for (Act act : all(session, Act.class)) {
            Band band = act.getBand();
            letters += band.getName().length(); // N+1: Act.band
            letters += band.getLabel().getName().length(); // N+1: Band.label in Act.band
        }
        return letters;
    }

    @Case(kind = REMEDY, statements = 1, repairs = "labels_of_bands")
    int labels_by_a_named_graph(Session session) {
        return session
                .createQuery("from Act a order by a.id", Act.class)
                .setHint("jakarta.persistence.fetchgraph", session.getEntityGraph("Act.withLabel"))
                .getResultList()
                .stream()
                .mapToInt(act -> act.getBand().getName().length()
                        + act.getBand().getLabel().getName().length())
                .sum();
    }

    /** Some sponsors do not exist any more. */
    @Case(kind = POSITIVE, statements = 5)
    int sponsors_that_may_be_missing(Session session) {
        // fix: left join fetch g.sponsor in the query at Festival.sponsors_that_may_be_missing
        // fix: leaves 1 statement
        return session.createQuery("from Gig g order by g.id", Gig.class)
                .getResultList() // N+1: Gig.sponsor
                .size();
    }

    /** One key in two places of a query. */
    @Case(kind = POSITIVE, statements = 5)
    int games_at_home_or_away(Connection connection) throws SQLException {
        // fix: one query that joins game with the rows that the keys come from at Festival.games_at_home_or_away
        // instead
        // of one for each key
        // fix: leaves 2 statements
        int games = 0;
        String query = "select count(*) from Game where home = ? or away = ?";
        try (PreparedStatement count = connection.prepareStatement(query)) {
            for (Integer squad : ids(connection, "select id from Squad order by name")) {
                count.setInt(1, squad);
                count.setInt(2, squad);
                games += number(count.executeQuery()); // N+1 likely: table Game
            }
        }
        return games;
    }

    /** The first act of each day, of which there are three in any year. */
    @Case(kind = DOUBTFUL, statements = 6)
    String openers(Session session) {
        StringBuilder text = new StringBuilder();
        for (Weekday weekday : Weekday.values()) {
            Act opener = session.createQuery("from Act a where a.playsOn = :weekday order by a.id", Act.class)
                    .setParameter("weekday", weekday)
                    .setMaxResults(1)
                    .getSingleResult();
            text.append(opener.getBand().getName()); // N+1 likely: Act.band
        }
        return text.toString();
    }

    /** Each step asks for what was chosen in it. */
    @Case(kind = LOOK_ALIKE, statements = 3)
    int steps_of_a_wizard(Session session) {
        List<ToIntFunction<Session>> steps = List.of(Festival::headliner, Festival::opener, Festival::guest);
        int letters = 0;
        for (ToIntFunction<Session> step : steps) {
            letters += step.applyAsInt(session);
        }
        return letters;
    }

    private static int headliner(Session session) {
        return lettersOf(session, 3);
    }

    private static int opener(Session session) {
        return lettersOf(session, 1);
    }

    private static int guest(Session session) {
        return lettersOf(session, 4);
    }

    private static int lettersOf(Session session, int band) {
        return session.find(Band.class, band).getName().length();
    }

    /** The medals are numbered like the stars, and shown from the best. */
    @Case(kind = LOOK_ALIKE, statements = 6)
    long opinions_by_stars(Session session) {
        long sum = list(session, "from Medal m order by m.id desc", Medal.class).size();
        for (int stars = 5; stars >= 1; stars--) {
            sum += countBy(session, "Opinion", "stars", stars).getSingleResult();
        }
        return sum;
    }

    /** The sizes are constants of the code, which the numbers of the tents happen to equal. */
    @Case(kind = LOOK_ALIKE, statements = 5)
    int stays_by_size(Connection connection) throws SQLException {
        int sum = ids(connection, "select id from Tent order by id").size();
        try (PreparedStatement count = connection.prepareStatement("select count(*) from Stay where beds = ?")) {
            for (int beds : List.of(2, 3, 5, 8)) {
                count.setInt(1, beds);
                sum += number(count.executeQuery());
            }
        }
        return sum;
    }

    private static List<Integer> ids(Connection connection, String sql) throws SQLException {
        List<Integer> ids = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
        }
        return ids;
    }

    private static int number(ResultSet rows) throws SQLException {
        try (rows) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    record Conversation(String text, List<Conversation> replies) {}

    private static final class ThreadMapper {

        static Conversation map(Utterance utterance) {
            return new Conversation(utterance.getText(), ReplyMapper.map(utterance));
        }
    }

    private static final class ReplyMapper {

        static List<Conversation> map(Utterance utterance) {
            return utterance.getReplies().stream()
                    .map(ThreadMapper::map)
                    .toList(); // N+1: Utterance.replies for threads
        }
    }

    @Entity(name = "Utterance")
    public static class Utterance {
        @Id
        private Integer id;

        private String text;

        @ManyToOne(fetch = FetchType.LAZY)
        private Utterance parent;

        @OneToMany(mappedBy = "parent")
        private List<Utterance> replies;

        public String getText() {
            return text;
        }

        public List<Utterance> getReplies() {
            return replies;
        }
    }

    @Entity(name = "RecordLabel")
    public static class RecordLabel {
        @Id
        private Integer id;

        private String name;

        public String getName() {
            return name;
        }
    }

    @Entity(name = "Band")
    public static class Band {
        @Id
        private Integer id;

        private String name;

        @ManyToOne(fetch = FetchType.LAZY)
        private RecordLabel label;

        public String getName() {
            return name;
        }

        public RecordLabel getLabel() {
            return label;
        }
    }

    /** The days of the festival. */
    public enum Weekday {
        FRIDAY,
        SATURDAY,
        SUNDAY
    }

    @Entity(name = "Act")
    @NamedEntityGraph(
            name = "Act.withLabel",
            attributeNodes = @NamedAttributeNode(value = "band", subgraph = "band"),
            subgraphs = @NamedSubgraph(name = "band", attributeNodes = @NamedAttributeNode("label")))
    public static class Act {
        @Id
        private Integer id;

        @Enumerated(EnumType.STRING)
        private Weekday playsOn;

        @ManyToOne(fetch = FetchType.LAZY)
        private Band band;

        public Band getBand() {
            return band;
        }
    }

    @Entity(name = "Scene")
    public static class Scene {
        @Id
        private Integer id;

        private String name;

        public String getName() {
            return name;
        }
    }

    @Entity(name = "Lineup")
    public static class Lineup {
        @Id
        private Integer id;

        @ManyToMany
        private Map<Scene, Band> headliners;

        public Map<Scene, Band> getHeadliners() {
            return headliners;
        }
    }

    @Entity(name = "Sponsor")
    public static class Sponsor {
        @Id
        private Integer id;
    }

    @Entity(name = "Gig")
    public static class Gig {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        @NotFound(action = NotFoundAction.IGNORE)
        private Sponsor sponsor;
    }

    @Entity(name = "Squad")
    public static class Squad {
        @Id
        private Integer id;

        private String name;
    }

    @Entity(name = "Game")
    public static class Game {
        @Id
        private Integer id;

        private int home;
        private int away;
    }

    @Entity(name = "Medal")
    public static class Medal {
        @Id
        private Integer id;
    }

    @Entity(name = "Opinion")
    public static class Opinion {
        @Id
        private Integer id;

        private int stars;
    }

    @Entity(name = "Tent")
    public static class Tent {
        @Id
        private Integer id;
    }

    @Entity(name = "Stay")
    public static class Stay {
        @Id
        private Integer id;

        private int beds;
    }
}
