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
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.NaturalId;

/** Variations on what was found. */
// Applications still use deprecated forms, and columns are mapped that no case reads.
@SuppressWarnings({"deprecation", "removal", "unchecked", "unused"})
public final class Variations {

    private static final String CACHE = "hibernate.cache.region.factory_class=com.acme.corpus.MapRegionFactory";
    private static final String GOALS = "select count(g) from Goal g where g.match.id in :ids";

    /** Home and away, of a query that returns the two. */
    @Case(kind = LOOK_ALIKE, statements = 3)
    int both_rows_of_two_on_one_line(Session session) {
        var plans = list(session, "from Plan p where p.id <= 2 order by p.id", Chance.Plan.class);
        Chance.Plan home = plans.get(0);
        Chance.Plan away = plans.get(1);
        return home.getSubscribers().size() - away.getSubscribers().size();
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    long chunks_of_four_ids(Session session) {
        List<Long> ids = list(session, "select m.id from Match m order by m.id", Long.class);
        long goals = 0;
        for (int start = 0; start < ids.size(); start += 4) {
            List<Long> chunk = ids.subList(start, start + 4);
            goals += session.createQuery(GOALS, Long.class)
                    .setParameter("ids", chunk)
                    .getSingleResult();
        }
        return goals;
    }

    @Case(kind = LOOK_ALIKE, statements = 5)
    int chunks_of_three_by_jdbc(Connection connection) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from Match order by id")) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        int goals = 0;
        String sql = "select count(*) from Goal where match_id in (?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int start = 0; start < ids.size(); start += 3) {
                statement.setLong(1, ids.get(start));
                statement.setLong(2, ids.get(start + 1));
                statement.setLong(3, ids.get(start + 2));
                try (ResultSet rows = statement.executeQuery()) {
                    goals += rows.next() ? rows.getInt(1) : 0;
                }
            }
        }
        return goals;
    }

    @Case(kind = POSITIVE, statements = 13)
    long in_list_of_one(Session session) {
        long goals = 0;
        for (Long id : list(session, "select m.id from Match m order by m.id", Long.class)) {
            var query = session.createQuery(GOALS, Long.class).setParameter("ids", List.of(id));
            goals += query.getSingleResult(); // N+1: table Goal
        }
        return goals;
    }

    /** Steps that a shop offers; another table has rows of the same numbers. */
    @Case(kind = LOOK_ALIKE, statements = 5)
    long offered_sizes(Session session) {
        long sum = all(session, PageSize.class).size();
        for (int size : new int[] {5, 12, 25, 60}) {
            sum += countBy(session, "Parcel", "weight", size).getSingleResult();
        }
        return sum;
    }

    /** The same numbers once more, asked for by another way. */
    @Case(kind = LOOK_ALIKE, statements = 5)
    long offered_sizes_by_query(Session session) {
        long sum = all(session, PageSize.class).size();
        for (int size : List.of(5, 12, 25, 60)) {
            sum += session.createQuery("select count(p) from Parcel p where p.weight = :size", Long.class)
                    .setParameter("size", size)
                    .getSingleResult();
        }
        return sum;
    }

    /** Terms of a law; the table of reminders has rows of the same numbers. */
    @Case(kind = LOOK_ALIKE, statements = 4)
    long days_of_retention(Session session) {
        long sum = list(session, "select r.id from Retention r order by r.id", Integer.class)
                .size();
        for (int days : List.of(7, 30, 90)) {
            sum += countBy(session, "Parcel", "weight", days).getSingleResult();
        }
        return sum;
    }

    /** As a test that sends three requests, each with a session of its own. */
    @Case(kind = LOOK_ALIKE, statements = 6)
    int three_requests(SessionFactory factory) {
        int sum = 0;
        for (int chosen = 0; chosen < 3; chosen++) {
            sum += detail(factory, chosen);
        }
        return sum;
    }

    private static int detail(SessionFactory factory, int chosen) {
        try (Session session = factory.openSession()) {
            List<Chance.Plan> plans =
                    all(session, Chance.Plan.class); // separate reads info: 6 reads for three_requests
            return plans.get(chosen).getSubscribers().size();
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    int jdbc_row_read_twice(Connection connection) throws SQLException {
        int sum = 0;
        try (Statement matches =
                        connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
                ResultSet rows = matches.executeQuery("select id from Match order by id");
                PreparedStatement goals = connection.prepareStatement("select count(*) from Goal where match_id = ?")) {
            for (int visit = 0; visit < 2; visit++) {
                rows.first();
                goals.setLong(1, rows.getLong(1));
                try (ResultSet count = goals.executeQuery()) {
                    sum += count.next() ? count.getInt(1) : 0;
                }
            }
        }
        return sum;
    }

    @Case(kind = POSITIVE, statements = 7)
    int found_with_a_lock(Session session) {
        // fix: one query "select m from Member m where m.id in :ids" with setLockMode instead of one lock each at
        // Variations.found_with_a_lock
        // fix: leaves 2 statements
        int letters = 0;
        for (String id : list(session, "select m.id from Member m order by m.email", String.class)) {
            var member = session.find(Tenants.Member.class, id, LockModeType.PESSIMISTIC_WRITE); // N+1: table Member
            letters += member.getEmail().length();
        }
        return letters;
    }

    @Case(kind = POSITIVE, statements = 4, settings = CACHE)
    String rates_that_left_the_cache(Session session, SessionFactory factory) {
        factory.getCache().evictAll();
        factory.inSession(earlier -> all(earlier, Levy.class));
        factory.getCache().evict(Levy.class, 1303L);
        factory.getCache().evict(Levy.class, 1309L);
        StringBuilder names = new StringBuilder();
        for (Parcel parcel : all(session, Parcel.class)) {
            names.append(parcel.getLevy().getName()); // N+1: Parcel.levy
        }
        return names.toString();
    }

    @Case(kind = LOOK_ALIKE, statements = 2, settings = CACHE)
    String rates_in_the_cache(Session session, SessionFactory factory) {
        factory.getCache().evictAll();
        factory.inSession(earlier -> all(earlier, Levy.class));
        StringBuilder names = new StringBuilder();
        for (Parcel parcel : all(session, Parcel.class)) {
            names.append(parcel.getLevy().getName());
        }
        return names.toString();
    }

    /** The collection is cached, what it holds is not any more. */
    @Case(kind = POSITIVE, statements = 9, settings = CACHE)
    int cached_collections_of_evicted_rows(Session session, SessionFactory factory) {
        factory.getCache().evictAll();
        factory.inSession(earlier -> list(earlier, "from Levy l left join fetch l.bands", Levy.class));
        factory.getCache().evict(Band.class);
        int bands = 0;
        for (Levy levy : all(session, Levy.class)) {
            bands += levy.getBands().size(); // N+1: table Band
        }
        return bands;
    }

    @Case(kind = POSITIVE, statements = 10)
    int two_loops_over_one_association(Session session) {
        int sum = 0;
        for (var cart : all(session, Checkout.Cart.class)) {
            sum += cart.getItems().size(); // N+1: Cart.items
        }
        session.clear();
        for (var cart : all(session, Checkout.Cart.class)) {
            sum -= cart.getItems().size(); // N+1: Cart.items
        }
        return sum;
    }

    @Case(kind = POSITIVE, statements = 6)
    int natural_id_of_two_columns(Session session) {
        int rows = 0;
        for (Booking booking : all(session, Booking.class)) {
            Seat seat = session.byNaturalId(Seat.class)
                    .using("hall", booking.getHall())
                    .using("place", booking.getPlace())
                    .load(); // N+1: table Seat
            rows += seat == null ? 0 : 1;
        }
        return rows;
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    int multi_load_in_batches(Session session) {
        List<Long> ids = list(session, "select b.id from Booking b order by b.id", Long.class);
        return session.byMultipleIds(Booking.class)
                .withBatchSize(2)
                .multiLoad(ids)
                .size();
    }

    /** A test looks at each row that it wrote. */
    @Case(kind = DOUBTFUL, statements = 9)
    int written_rows_are_checked_in_a_loop(Session session) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Voucher voucher = new Voucher();
            session.persist(voucher);
            ids.add(voucher.getId());
        }
        session.flush();
        session.clear();
        int known = 0;
        for (Long id : ids) {
            known += session.find(Voucher.class, id) == null ? 0 : 1; // N+1 likely: table Voucher
        }
        return known;
    }

    /** The advice for groups_of_lazy_columns. */
    @Case(kind = REMEDY, statements = 1)
    int entity_graph_with_the_first_column(Session session) {
        var graph = session.createEntityGraph(PastedFixes.Recipe.class);
        graph.addAttributeNodes("hints");
        int letters = 0;
        for (var recipe : session.createQuery("from Recipe r order by r.id", PastedFixes.Recipe.class)
                .setHint("jakarta.persistence.fetchgraph", graph)
                .getResultList()) {
            letters += recipe.getMethod().length();
        }
        return letters;
    }

    @Entity(name = "Retention")
    public static class Retention {
        @Id
        private Integer id;
    }

    @Entity(name = "PageSize")
    public static class PageSize {
        @Id
        private Integer id;
    }

    @Entity(name = "Parcel")
    public static class Parcel {
        @Id
        private Long id;

        private int weight;

        @ManyToOne(fetch = FetchType.LAZY)
        private Levy levy;

        public Levy getLevy() {
            return levy;
        }
    }

    @Entity(name = "Levy")
    @Cache(usage = CacheConcurrencyStrategy.NONSTRICT_READ_WRITE)
    public static class Levy {
        @Id
        private Long id;

        private String name;

        @OneToMany(mappedBy = "levy")
        @Cache(usage = CacheConcurrencyStrategy.NONSTRICT_READ_WRITE)
        private List<Band> bands;

        public String getName() {
            return name;
        }

        public List<Band> getBands() {
            return bands;
        }
    }

    @Entity(name = "Band")
    @Cache(usage = CacheConcurrencyStrategy.NONSTRICT_READ_WRITE)
    public static class Band {
        @Id
        private Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Levy levy;
    }

    @Entity(name = "Seat")
    public static class Seat {
        @Id
        private Long id;

        @NaturalId
        private String hall;

        @NaturalId
        private int place;
    }

    @Entity(name = "Booking")
    public static class Booking {
        @Id
        private Long id;

        private String hall;
        private int place;

        public String getHall() {
            return hall;
        }

        public int getPlace() {
            return place;
        }
    }

    @Entity(name = "Voucher")
    public static class Voucher {
        @Id
        @GeneratedValue(generator = "vouchers")
        @SequenceGenerator(name = "vouchers", allocationSize = 1, initialValue = 4000)
        private Long id;

        public Long getId() {
            return id;
        }
    }
}
