package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.cases.Queries.all;
import static com.acme.corpus.cases.Queries.list;

import com.acme.corpus.Case;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Persistence;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.TableGenerator;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ConcreteProxy;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/** Exhibits of a gallery, their painters and what happens behind the scenes. */
// Applications still use deprecated forms, and columns are mapped that no case reads.
@SuppressWarnings({"deprecation", "removal", "unchecked", "unused"})
public final class Gallery {

    /** The constructor in the query walks the entity while the result is read. */
    @Case(kind = POSITIVE, statements = 5)
    List<Card> cards(Session session) {
        // fix: left join fetch e.painter in the query at Queries.list
        // fix: leaves 1 statement
        return list(
                session, "select new com.acme.corpus.cases.Gallery$Card(e) from Exhibit e order by e.id", Card.class);
    }

    @Case(kind = REMEDY, statements = 1, repairs = "cards")
    List<Card> cards_of_fetched_painters(Session session) {
        String query = "select new com.acme.corpus.cases.Gallery$Card(e) from Exhibit e join fetch e.painter";
        return list(session, query, Card.class);
    }

    @Case(kind = POSITIVE, statements = 5)
    List<String> names_by_a_transformer(Session session) {
        return session.createQuery("from Exhibit e order by e.id", Object.class)
                .setTupleTransformer(
                        (row, aliases) -> ((Exhibit) row[0]).getPainter().getName()) // N+1: Exhibit.painter
                .getResultList();
    }

    /** The first painter is loaded by the call of equals, the others inside of it. */
    @Case(kind = POSITIVE, statements = 5)
    int pairs_by_one_painter(Session session) {
        // fix: left join fetch e.painter in the query at Queries.all
        // fix: leaves 1 statement
        return pairsByOnePainter(all(session, Exhibit.class));
    }

    @Case(kind = REMEDY, statements = 1, repairs = "pairs_by_one_painter")
    int pairs_by_one_fetched_painter(Session session) {
        return pairsByOnePainter(
                list(session, "from Exhibit e left join fetch e.painter order by e.id", Exhibit.class));
    }

    private static int pairsByOnePainter(List<Exhibit> exhibits) {
        int pairs = 0;
        for (int one = 0; one < exhibits.size(); one++) {
            for (int other = one + 1; other < exhibits.size(); other++) {
                Painter left = exhibits.get(one).getPainter();
                Painter right = exhibits.get(other).getPainter();
                pairs += left.equals(right) ? 1 : 0;
            }
        }
        return pairs;
    }

    /** The originals are of either subclass. */
    @Case(kind = POSITIVE, statements = 4)
    int statues_that_were_copied(Session session) {
        int statues = 0;
        for (Exhibit copy : list(session, "from Exhibit e where e.copyOf is not null order by e.id", Exhibit.class)) {
            Object original = Hibernate.unproxy(copy.getCopyOf()); // N+1: Exhibit.copyOf
            statues += original instanceof Statue ? 1 : 0;
        }
        return statues;
    }

    /** Only one of the two subclasses has a frame. */
    @Case(kind = POSITIVE, statements = 4)
    int letters_of_frames(Session session) {
        // fix: left join fetch treat(e as Canvas).frame in the query at Queries.all
        // fix: leaves 1 statement
        return lettersOfFrames(all(session, Exhibit.class));
    }

    @Case(kind = REMEDY, statements = 1, repairs = "letters_of_frames")
    int letters_of_fetched_frames(Session session) {
        String query = "from Exhibit e left join fetch treat(e as Canvas).frame order by e.id";
        return lettersOfFrames(list(session, query, Exhibit.class));
    }

    private static int lettersOfFrames(List<Exhibit> exhibits) {
        int letters = 0;
        for (Exhibit exhibit : exhibits) {
            if (exhibit instanceof Canvas canvas) {
                letters += canvas.getFrame().getWood().length(); // N+1: Canvas.frame for letters_of_frames
            }
        }
        return letters;
    }

    /** No proxy can be made of a final class. */
    @Case(kind = POSITIVE, statements = 4)
    int certificates_with_seals_of_a_final_class(Session session) {
        // fix: left join fetch c.seal in the query at Gallery.certificates_with_seals_of_a_final_class
        // fix: leaves 1 statement
        return session.createQuery("from Certificate c order by c.id", Certificate.class)
                .getResultList() // N+1: Certificate.seal
                .size();
    }

    @Case(kind = REMEDY, statements = 1, repairs = "certificates_with_seals_of_a_final_class")
    int certificates_with_fetched_seals(Session session) {
        return list(session, "from Certificate c left join fetch c.seal order by c.id", Certificate.class)
                .size();
    }

    @Case(kind = POSITIVE, statements = 6)
    int chambers_with_their_bolts(Session session) {
        return session.createQuery("from House h join fetch h.chambers order by h.id", House.class)
                .getResultList() // N+1: Chamber.bolt
                .size();
    }

    @Case(kind = REMEDY, statements = 1)
    int chambers_with_fetched_bolts(Session session) {
        return list(session, "from House h join fetch h.chambers c left join fetch c.bolt order by h.id", House.class)
                .size();
    }

    /** Each size is a query, and the collections stay uninitialized. */
    @Case(kind = POSITIVE, statements = 7)
    int sizes_without_elements(Session session) {
        int stamps = 0;
        for (Exhibit exhibit : all(session, Exhibit.class)) {
            stamps += Hibernate.size(exhibit.getStamps()); // N+1: Exhibit.stamps
        }
        return stamps;
    }

    @Case(kind = POSITIVE, statements = 7)
    long tours_that_show_each_exhibit(Session session) {
        long tours = 0;
        for (Exhibit exhibit : all(session, Exhibit.class)) {
            tours += session.createQuery("select count(t) from Guidance t where :e member of t.exhibits", Long.class)
                    .setParameter("e", exhibit)
                    .getSingleResult(); // N+1: table Guidance
        }
        return tours;
    }

    /** A callback before each update needs the name of whoever restored it. */
    @Case(kind = POSITIVE, statements = 9)
    void restorers_noted_at_the_update(Session session) {
        all(session, Restoration.class).forEach(Restoration::raise);
        session.flush();
    }

    /** The text of a record is made of the texts of its components. */
    @Case(kind = POSITIVE, statements = 5)
    String text_of_records(Session session) {
        List<Slot> slots = all(session, Exhibit.class).stream().map(Slot::new).toList();
        return slots.toString();
    }

    @Case(kind = POSITIVE, statements = 7)
    int exhibits_of_an_iterator(Session session) {
        // fix: one query "select e from Exhibit e where e.id in :ids" instead of one find each at Walk.next
        // fix: leaves 2 statements
        Iterator<Exhibit> walk =
                new Walk(session, list(session, "select e.id from Exhibit e order by e.title", Integer.class));
        int letters = 0;
        while (walk.hasNext()) {
            letters += walk.next().getTitle().length();
        }
        return letters;
    }

    @Case(kind = REMEDY, statements = 2, repairs = "exhibits_of_an_iterator")
    int exhibits_of_one_multiple_load(Session session) {
        List<Integer> ids = list(session, "select e.id from Exhibit e order by e.title", Integer.class);
        return session.byMultipleIds(Exhibit.class).multiLoad(ids).stream()
                .mapToInt(exhibit -> exhibit.getTitle().length())
                .sum();
    }

    /** A subselect has no effect on owners that are found one by one. */
    @Case(kind = POSITIVE, statements = 7)
    int subselects_of_single_owners(Session session) {
        int tools = 0;
        for (Integer id : list(session, "select r.id from Rack r order by r.place", Integer.class)) {
            Rack rack = session.find(Rack.class, id); // N+1: table Rack
            tools += rack.getTools().size(); // N+1: Rack.tools in table Rack
        }
        return tools;
    }

    /** One half of the key is the same in all rows. */
    @Case(kind = POSITIVE, statements = 5)
    int berths_of_one_port(Session session) {
        int depth = 0;
        for (Mooring mooring : all(session, Mooring.class)) {
            depth += mooring.getBerth().getDepth(); // N+1: Mooring.berth
        }
        return depth;
    }

    /** The first attempt breaks off after two rows. */
    @Case(kind = POSITIVE, statements = 8)
    int retried_loop(Session session) {
        try {
            return lettersOfPainters(session, 2);
        } catch (IllegalStateException e) {
            session.clear();
            return lettersOfPainters(session, 6);
        }
    }

    private static int lettersOfPainters(Session session, int most) {
        int letters = 0;
        int row = 0;
        for (Exhibit exhibit : all(session, Exhibit.class)) {
            if (row++ == most) {
                throw new IllegalStateException("Too many");
            }
            String name = exhibit.getPainter().getName(); // N+1: Exhibit.painter and Exhibit.painter for retried_loop
            letters += name.length();
        }
        return letters;
    }

    /** Which branch asks depends on the row. */
    @Case(kind = POSITIVE, statements = 7)
    long loans_by_three_strategies(Session session) {
        // fix: one query "select l.exhibit, count(l) from Loan l where l.exhibit in :es group by l.exhibit" at
        // Gallery.loans instead of one for each key
        // fix: leaves 2 statements
        Map<Integer, ToLongFunction<Exhibit>> strategies = Map.of(
                0, exhibit -> loans(session, exhibit),
                1, exhibit -> 10 * loans(session, exhibit),
                2, exhibit -> exhibit.getTitle().length() + loans(session, exhibit));
        long sum = 0;
        for (Exhibit exhibit : all(session, Exhibit.class)) {
            sum += strategies.get(exhibit.getId() % 3).applyAsLong(exhibit);
        }
        return sum;
    }

    @Case(kind = REMEDY, statements = 2, repairs = "loans_by_three_strategies")
    long loans_of_all_exhibits(Session session) {
        List<Exhibit> exhibits = all(session, Exhibit.class);
        String query = "select l.exhibit, count(l) from Loan l where l.exhibit in :es group by l.exhibit";
        Map<Object, Object> loans = session.createQuery(query, Object[].class).setParameter("es", exhibits).stream()
                .collect(Collectors.toMap(row -> row[0], row -> row[1]));
        return exhibits.stream()
                .mapToLong(exhibit -> (Long) loans.getOrDefault(exhibit, 0L))
                .sum();
    }

    private static long loans(Session session, Exhibit exhibit) {
        return session.createQuery("select count(l) from Loan l where l.exhibit = :e", Long.class)
                .setParameter("e", exhibit)
                .getSingleResult(); // N+1: table Loan for loans_by_three_strategies
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    long beasts_by_concrete_proxies(Session session) {
        return all(session, Cage.class).stream()
                .filter(cage -> cage.getBeast() instanceof Lion)
                .count();
    }

    /** One query of an interface is one statement per entity that implements it. */
    @Case(kind = LOOK_ALIKE, statements = 3)
    int all_that_is_for_sale(Session session) {
        return list(session, "from com.acme.corpus.cases.Gallery$Sellable s", Sellable.class)
                .size();
    }

    @Case(kind = POSITIVE, statements = 5)
    Consignment merged_graph_of_one_root(Session session, SessionFactory factory) {
        String query = "from Consignment c join fetch c.crates r join fetch r.vendor";
        Consignment detached = factory.fromSession(
                other -> list(other, query, Consignment.class).get(0));
        return session.merge(detached); // N+1: Crate.vendor
    }

    /** Hibernate 6 refreshes each of the crates by itself. */
    @Case(kind = LOOK_ALIKE, statements = 2, hibernate = 7)
    void refreshed_with_its_crates(Session session) {
        Consignment consignment = list(session, "from Consignment c join fetch c.crates", Consignment.class)
                .get(0);
        session.refresh(consignment);
    }

    @Case(kind = LOOK_ALIKE, statements = 7)
    int batches_of_each_page(Session session) {
        int letters = 0;
        for (int first = 0; ; first += 2) {
            List<Souvenir> page = session.createQuery("from Souvenir s order by s.id", Souvenir.class)
                    .setFirstResult(first)
                    .setMaxResults(2)
                    .getResultList();
            if (page.isEmpty()) {
                return letters;
            }
            for (Souvenir souvenir : page) {
                letters += souvenir.getMaker().getName().length();
            }
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    long asked_whether_loaded(Session session) {
        return all(session, Exhibit.class).stream()
                .filter(exhibit -> Persistence.getPersistenceUtil().isLoaded(exhibit, "stamps")
                        || Hibernate.isPropertyInitialized(exhibit, "painter"))
                .count();
    }

    /** The keys are counted in a table. */
    @Case(kind = LOOK_ALIKE, statements = 12)
    void keys_of_a_table(Session session) {
        for (int visit = 0; visit < 4; visit++) {
            session.persist(new Entrance());
        }
        session.flush();
    }

    /** A card of an exhibit. */
    public record Card(String text) {

        public Card(Exhibit exhibit) {
            this(textOf(exhibit));
        }

        private static String textOf(Exhibit exhibit) {
            return exhibit.getTitle() + exhibit.getPainter().getName(); // N+1: Exhibit.painter for cards
        }
    }

    private record Slot(Exhibit exhibit) {}

    private record Walk(Session session, Iterator<Integer> ids) implements Iterator<Exhibit> {

        Walk(Session session, List<Integer> ids) {
            this(session, ids.iterator());
        }

        @Override
        public boolean hasNext() {
            return ids.hasNext();
        }

        @Override
        public Exhibit next() {
            return session.find(Exhibit.class, ids.next()); // N+1: table Exhibit for exhibits_of_an_iterator
        }
    }

    @Entity(name = "Painter")
    public static class Painter {
        @Id
        private Integer id;

        private String name;

        public String getName() {
            return name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Painter painter
                    && getName().equals(painter.getName()); // N+1: Exhibit.painter for pairs_by_one_painter
        }

        @Override
        public int hashCode() {
            return 7;
        }
    }

    @Entity(name = "Exhibit")
    public abstract static class Exhibit {
        @Id
        private Integer id;

        private String title;

        @ManyToOne(fetch = FetchType.LAZY)
        private Painter painter;

        @ManyToOne(fetch = FetchType.LAZY)
        private Exhibit copyOf;

        @ElementCollection
        private List<Stamp> stamps;

        public Integer getId() {
            return id;
        }

        public String getTitle() {
            return title;
        }

        public Painter getPainter() {
            return painter;
        }

        public Exhibit getCopyOf() {
            return copyOf;
        }

        public List<Stamp> getStamps() {
            return stamps;
        }

        @Override
        public String toString() {
            return title + " by " + painter.getName(); // N+1: Exhibit.painter for text_of_records
        }
    }

    @Embeddable
    public static class Stamp {
        private String place;
        private int stampedIn;
    }

    @Entity(name = "Canvas")
    public static class Canvas extends Exhibit {
        @ManyToOne(fetch = FetchType.LAZY)
        private Frame frame;

        public Frame getFrame() {
            return frame;
        }
    }

    @Entity(name = "Statue")
    public static class Statue extends Exhibit {
        private Integer weight;
    }

    @Entity(name = "Frame")
    public static class Frame {
        @Id
        private Integer id;

        private String wood;

        public String getWood() {
            return wood;
        }
    }

    @Entity(name = "Loan")
    public static class Loan {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Exhibit exhibit;
    }

    @Entity(name = "Guidance")
    public static class Guidance {
        @Id
        private Integer id;

        @ManyToMany
        private Set<Exhibit> exhibits;
    }

    @Entity(name = "Restoration")
    public static class Restoration {
        @Id
        private Integer id;

        private int cost;
        private String log;

        @ManyToOne(fetch = FetchType.LAZY)
        private Painter restorer;

        public void raise() {
            cost++;
        }

        @PreUpdate
        void note() {
            log = "restored by " + restorer.getName(); // N+1: Restoration.restorer for restorers_noted_at_the_update
        }
    }

    @Entity(name = "Seal")
    public static final class Seal {
        @Id
        private Integer id;

        private String name;
    }

    @Entity(name = "Certificate")
    public static class Certificate {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Seal seal;
    }

    @Entity(name = "House")
    public static class House {
        @Id
        private Integer id;

        @OneToMany(mappedBy = "house")
        private List<Chamber> chambers;
    }

    @Entity(name = "Chamber")
    public static class Chamber {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private House house;

        @OneToOne(mappedBy = "chamber", fetch = FetchType.LAZY)
        private Bolt bolt;
    }

    @Entity(name = "Bolt")
    public static class Bolt {
        @Id
        private Integer id;

        @OneToOne(fetch = FetchType.LAZY)
        private Chamber chamber;
    }

    @Entity(name = "Rack")
    public static class Rack {
        @Id
        private Integer id;

        private String place;

        @OneToMany(mappedBy = "rack")
        @Fetch(FetchMode.SUBSELECT)
        private List<Tool> tools;

        public List<Tool> getTools() {
            return tools;
        }
    }

    @Entity(name = "Tool")
    public static class Tool {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Rack rack;
    }

    @Embeddable
    public record BerthId(String port, Integer berthNo) implements Serializable {}

    @Entity(name = "Berth")
    public static class Berth {
        @EmbeddedId
        private BerthId id;

        private int depth;

        public int getDepth() {
            return depth;
        }
    }

    @Entity(name = "Mooring")
    public static class Mooring {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Berth berth;

        public Berth getBerth() {
            return berth;
        }
    }

    @Entity(name = "Beast")
    @ConcreteProxy
    public abstract static class Beast {
        @Id
        private Integer id;
    }

    @Entity(name = "Lion")
    public static class Lion extends Beast {}

    @Entity(name = "Goat")
    public static class Goat extends Beast {}

    @Entity(name = "Cage")
    public static class Cage {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Beast beast;

        public Beast getBeast() {
            return beast;
        }
    }

    /** What the shop of the gallery sells. */
    public interface Sellable {}

    @Entity(name = "Postcard")
    public static class Postcard implements Sellable {
        @Id
        private Integer id;
    }

    @Entity(name = "Catalogue")
    public static class Catalogue implements Sellable {
        @Id
        private Integer id;
    }

    @Entity(name = "Replica")
    public static class Replica implements Sellable {
        @Id
        private Integer id;
    }

    @Entity(name = "Consignment")
    public static class Consignment {
        @Id
        private Integer id;

        @OneToMany(mappedBy = "consignment", cascade = CascadeType.ALL)
        private List<Crate> crates;
    }

    @Entity(name = "Crate")
    public static class Crate {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Consignment consignment;

        @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.MERGE)
        private Vendor vendor;
    }

    @Entity(name = "Vendor")
    public static class Vendor {
        @Id
        private Integer id;

        private String name;
    }

    @Entity(name = "Maker")
    @BatchSize(size = 10)
    public static class Maker {
        @Id
        private Integer id;

        private String name;

        public String getName() {
            return name;
        }
    }

    @Entity(name = "Souvenir")
    public static class Souvenir {
        @Id
        private Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Maker maker;

        public Maker getMaker() {
            return maker;
        }
    }

    @Entity(name = "Entrance")
    public static class Entrance {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "entrances")
        @TableGenerator(name = "entrances", allocationSize = 1)
        private Long id;
    }
}
