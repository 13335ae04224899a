package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.countBy;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import io.querybudget.recording.UnitOfWork;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PostLoad;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** Stalls, crates and fruits with small ids, which many other columns hold as well. */
// Columns are mapped that no case reads.
@SuppressWarnings({"unused", "StringSplitter", "UnusedVariable"})
public final class Market {

    @Case(kind = POSITIVE, statements = 5)
    long crates_of_each_stall(Session session) {
        long sum = 0;
        for (Stall stall : all(session, Stall.class)) {
            sum += countBy(session, "Crate", "stall.id", stall.getId()).getSingleResult(); // N+1: table Crate
        }
        return sum;
    }

    /** No key relates the names; each row is visited, in order. */
    @Case(kind = POSITIVE, statements = 5)
    long crates_by_the_name_of_a_stall(Session session) {
        long sum = 0;
        for (Stall stall : all(session, Stall.class)) {
            sum += countBy(session, "Crate", "stallName", stall.getName()).getSingleResult(); // N+1: table Crate
        }
        return sum;
    }

    /** No key relates the names, and few rows are visited. */
    @Case(kind = POSITIVE, statements = 4)
    long crates_by_some_names(Session session) {
        Map<Integer, Stall> byPlace = new TreeMap<>();
        for (Stall stall : all(session, Stall.class)) {
            byPlace.put(-stall.getId(), stall);
        }
        long sum = 0;
        for (Stall stall : byPlace.values()) {
            if (stall.getId() != 3) {
                sum += countBy(session, "Crate", "stallName", stall.getName())
                        .getSingleResult(); // N+1 likely: table Crate
            }
        }
        return sum;
    }

    /** The aisles of a market; the stalls have the ids 1 to 4. */
    @Case(kind = LOOK_ALIKE, statements = 5)
    long crates_by_aisle(Session session) {
        long sum = all(session, Stall.class).size();
        for (int aisle = 1; aisle <= 4; aisle++) {
            sum += countBy(session, "Crate", "aisle", aisle).getSingleResult();
        }
        return sum;
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    long typed_aisles(Session session) {
        long sum = all(session, Stall.class).size();
        for (String typed : "3,1,4".split(",")) {
            sum += countBy(session, "Crate", "aisle", Integer.parseInt(typed)).getSingleResult();
        }
        return sum;
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    long two_reports(Session session) {
        long morning = report(session);
        long evening = report(session);
        return morning - evening;
    }

    private static long report(Session session) {
        long sum = 0;
        for (String side : List.of("NORTH", "SOUTH")) {
            sum += countBy(session, "Crate", "side", side).getSingleResult();
        }
        return sum;
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    String three_attempts(SessionFactory factory) {
        String name = "";
        for (int attempt = 1; attempt <= 3; attempt++) {
            name = factory.fromSession(own -> own.find(Stall.class, 2).getName()); // separate reads info: 3 reads
        }
        return name;
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    String drill_down(Session session) {
        Stall stall = session.find(Stall.class, 1);
        Crate crate = stall.getCrates().get(0);
        return crate.getFruit().getName();
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    int fruits_read_ahead(Session session) {
        List<Fruit> fruits = list(session, "from Fruit f where f.id in (select c.fruit.id from Crate c)", Fruit.class);
        int letters = fruits.size();
        for (Crate crate : all(session, Crate.class)) {
            letters += crate.getFruit().getName().length();
        }
        return letters;
    }

    @Case(kind = LOOK_ALIKE, statements = 6)
    long pages_with_their_count(Session session) {
        long sum = 0;
        for (int page = 0; page < 3; page++) {
            sum += session.createQuery("from Crate c order by c.id", Crate.class)
                    .setFirstResult(page * 2)
                    .setMaxResults(2)
                    .getResultList()
                    .size();
            sum += list(session, "select count(c) from Crate c", Long.class).get(0);
        }
        return sum;
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    String three_forms_of_a_wizard(Session session) {
        String first = form(session, 1);
        String second = form(session, 2);
        String third = form(session, 3);
        return first + second + third;
    }

    private static String form(Session session, int step) {
        return session.find(Fruit.class, step).getName();
    }

    @Case(kind = POSITIVE, statements = 4)
    int imported_codes(Session session) {
        int known = 0;
        for (String line : "apl;3\nbnn;1\nkiw;2\nxxx;9".split("\n")) {
            String code = line.substring(0, 3);
            List<Fruit> found = session.createQuery("from Fruit f where f.code = :code", Fruit.class)
                    .setParameter("code", code)
                    .getResultList(); // N+1 likely: table Fruit
            known += found.size();
        }
        return known;
    }

    @Case(kind = REMEDY, statements = 1)
    long imported_codes_read_ahead(Session session) {
        Set<String> codes = Set.of("apl", "bnn", "kiw", "xxx");
        Map<String, Fruit> known = session.createQuery("from Fruit f where f.code in :codes", Fruit.class)
                .setParameter("codes", codes)
                .getResultStream()
                .collect(Collectors.toMap(Fruit::getCode, fruit -> fruit));
        return codes.stream().filter(known::containsKey).count();
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    int two_tiles_at_once(SessionFactory factory, UnitOfWork unit) {
        var stall = CompletableFuture.runAsync(unit.wrap(() -> read(factory, 1)));
        var fruit = CompletableFuture.runAsync(unit.wrap(() -> read(factory, 3)));
        CompletableFuture.allOf(stall, fruit).join();
        return 2;
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    int two_tiles_by_one_worker(SessionFactory factory, UnitOfWork unit) {
        ExecutorService worker = Executors.newSingleThreadExecutor();
        var stall = CompletableFuture.runAsync(unit.wrap(() -> read(factory, 1)), worker);
        var fruit = CompletableFuture.runAsync(unit.wrap(() -> read(factory, 3)), worker);
        CompletableFuture.allOf(stall, fruit).join();
        worker.shutdown();
        return 2;
    }

    private static void read(SessionFactory factory, int id) {
        factory.inSession(own -> own.find(Stall.class, id));
    }

    /** The pages are asked for by the last key; the fruits are not fetched with them. */
    @Case(kind = POSITIVE, statements = 7)
    int fruits_of_keyset_pages(Session session) {
        int letters = 0;
        int last = 0;
        List<Crate> page;
        do {
            page = session.createQuery("from Crate c where c.id > :last order by c.id", Crate.class)
                    .setParameter("last", last)
                    .setMaxResults(2)
                    .getResultList();
            for (Crate crate : page) {
                letters += crate.getFruit().getName().length(); // N+1: Crate.fruit
                last = crate.getId();
            }
        } while (page.size() == 2);
        return letters;
    }

    @Case(kind = POSITIVE, statements = 5)
    int fruits_found_by_the_keys_of_a_group(Session session) {
        Map<Integer, Long> crates = all(session, Crate.class).stream()
                .collect(Collectors.groupingBy(crate -> crate.getFruit().getId(), TreeMap::new, Collectors.counting()));
        int letters = 0;
        for (Map.Entry<Integer, Long> group : crates.entrySet()) {
            letters += session.find(Fruit.class, group.getKey()).getName().length(); // N+1: table Fruit
        }
        return letters;
    }

    @Case(kind = POSITIVE, statements = 3)
    int two_rows_of_a_page(Session session) {
        int letters = 0;
        for (Crate crate : list(session, "from Crate c where c.id < 25 order by c.id", Crate.class)) {
            letters += crate.getFruit().getName().length(); // N+1: Crate.fruit
        }
        return letters;
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    int two_rows_of_one_fruit(Session session) {
        int letters = 0;
        for (Crate crate : list(session, "from Crate c where c.fruit.id = 1 order by c.id", Crate.class)) {
            letters += crate.getFruit().getName().length();
        }
        return letters;
    }

    @Case(kind = POSITIVE, statements = 4)
    int scales_with_a_listener(Session session) {
        return all(session, Scale.class).size();
    }

    @Case(kind = LOOK_ALIKE, statements = 5)
    String refreshed_until_it_changes(Session session) {
        // fix: none
        Stall stall = session.find(Stall.class, 3);
        for (int poll = 0; poll < 4; poll++) {
            session.refresh(stall);
        }
        return stall.getName();
    }

    /** Configured names, not rows. */
    @Case(kind = LOOK_ALIKE, statements = 3)
    int crates_of_configured_sides(SessionFactory factory) {
        int sum = 0;
        for (String side : List.of("NORTH", "SOUTH", "WEST")) {
            sum += factory.fromSession(own -> own.createQuery("from Crate c where c.side = :side", Crate.class)
                    .setParameter("side", side)
                    .getResultList() // separate reads info: 3 reads
                    .size());
        }
        return sum;
    }

    @Entity(name = "Stall")
    public static class Stall {
        @Id
        private Integer id;

        private String name;
        private int aisle;

        @OneToMany(mappedBy = "stall")
        private List<Crate> crates;

        public Integer getId() {
            return id;
        }

        public String getName() {
            return name;
        }

        public List<Crate> getCrates() {
            return crates;
        }
    }

    @Entity(name = "Fruit")
    public static class Fruit {
        @Id
        private Integer id;

        private String code;
        private String name;

        public Integer getId() {
            return id;
        }

        public String getCode() {
            return code;
        }

        public String getName() {
            return name;
        }
    }

    @Entity(name = "Crate")
    public static class Crate {
        @Id
        private Integer id;

        private int aisle;
        private String side;
        private String stallName;

        @ManyToOne(fetch = FetchType.LAZY)
        private Stall stall;

        @ManyToOne(fetch = FetchType.LAZY)
        private Fruit fruit;

        public Integer getId() {
            return id;
        }

        public Fruit getFruit() {
            return fruit;
        }
    }

    @Entity(name = "Maker")
    public static class Maker {
        @Id
        private Integer id;

        private String name;

        public String getName() {
            return name;
        }
    }

    @Entity(name = "Scale")
    public static class Scale {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Maker maker;

        private transient String label;

        @PostLoad
        void label() {
            label = maker.getName() + " " + id; // N+1: Scale.maker for scales_with_a_listener
        }
    }

    @Entity(name = "TramRider")
    public static class Rider {
        @Id
        private Integer id;

        private String name;

        public String getName() {
            return name;
        }
    }

    @Entity(name = "TramTicket")
    public static class Ticket {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Rider holder;

        public Rider getHolder() {
            return holder;
        }
    }
}
