package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
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
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.hibernate.ScrollMode;
import org.hibernate.ScrollableResults;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.NaturalId;

/** Carts, their items by the code of a ware, and the stock of wares. */
// Applications still use deprecated forms, and columns are mapped that no case reads.
@SuppressWarnings({"deprecation", "removal", "unchecked", "unused"})
public final class Checkout {

    @Case(kind = POSITIVE, statements = 9)
    int natural_id_per_item(Session session) {
        int cents = 0;
        for (Item item : list(session, "from Item i where i.id < 700 order by i.id", Item.class)) {
            Ware ware = session.bySimpleNaturalId(Ware.class).load(item.getWareCode()); // N+1: table Ware
            cents += ware.getCents();
        }
        return cents;
    }

    @Case(kind = REMEDY, statements = 2, hibernate = 7)
    int wares_at_once(Session session) {
        List<String> codes = list(session, "select i.wareCode from Item i where i.id < 700", String.class);
        return session.byMultipleNaturalId(Ware.class).multiLoad(codes).size();
    }

    interface WareRepository {
        Session session();

        default Optional<Ware> byCode(String code) {
            return session()
                    .createQuery("from Ware w where w.code = :code", Ware.class)
                    .setParameter("code", code)
                    .uniqueResultOptional(); // N+1: table Ware for default_method_of_a_repository
        }
    }

    @Case(kind = POSITIVE, statements = 9)
    int default_method_of_a_repository(Session session) {
        WareRepository wares = () -> session;
        return list(session, "from Item i where i.id < 700 order by i.id", Item.class).stream()
                .map(item -> wares.byCode(item.getWareCode()))
                .flatMap(Optional::stream)
                .mapToInt(Ware::getCents)
                .sum();
    }

    private abstract static class BaseRepository<T, K> {
        private final Session session;
        private final Class<T> type;

        BaseRepository(Session session, Class<T> type) {
            this.session = session;
            this.type = type;
        }

        Optional<T> findById(K id) {
            T found = session.find(type, id); // N+1 likely: table Cart for ids_of_a_request
            return Optional.ofNullable(found);
        }
    }

    private static final class Carts extends BaseRepository<Cart, Long> {
        Carts(Session session) {
            super(session, Cart.class);
        }
    }

    /** The request holds a list of any length. */
    @Case(kind = POSITIVE, statements = 3)
    String ids_of_a_request(Session session) {
        Carts carts = new Carts(session);
        return List.of(643L, 612L, 627L).stream()
                .map(carts::findById)
                .map(Optional::orElseThrow)
                .map(Cart::getOwner)
                .reduce("", String::concat);
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    String two_entities_of_a_request(Session session) {
        Carts carts = new Carts(session);
        Cart source = carts.findById(643L).orElseThrow();
        Cart target = carts.findById(612L).orElseThrow();
        return source.getOwner()
                + target.getOwner()
                + session.find(Ware.class, 11L).getCode();
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    int owners_found_alone_on_one_line(Session session) {
        Cart source = session.find(Cart.class, 643L);
        Cart target = session.find(Cart.class, 612L);
        return source.getItems().size() - target.getItems().size();
    }

    /** The first and the last row, whatever the length of the result. */
    @Case(kind = LOOK_ALIKE, statements = 3)
    boolean two_owners_of_one_result_on_one_line(Session session) {
        List<Cart> carts = all(session, Cart.class);
        Cart a = carts.get(0);
        Cart z = carts.get(carts.size() - 1);
        return a.getItems().size() < z.getItems().size();
    }

    @Case(kind = POSITIVE, statements = 9)
    long existence_of_stock(StatelessSession session) {
        return session.createQuery("from Item i where i.id < 700 order by i.id", Item.class)
                .getResultStream()
                .filter(item -> exists(session, item.getWareCode()))
                .count();
    }

    private static boolean exists(StatelessSession session, String code) {
        return session.createQuery("select count(s) > 0 from Stocking s where s.ware.code = :code", Boolean.class)
                .setParameter("code", code)
                .getSingleResult(); // N+1: table Stocking for existence_of_stock
    }

    /** What the annotation processor writes for an interface with {@code @Find Ware ware(String code)}. */
    private static final class Wares_ {
        private final StatelessSession session;

        Wares_(StatelessSession session) {
            this.session = session;
        }

        Ware ware(String code) {
            var builder = session.getFactory().getCriteriaBuilder();
            var query = builder.createQuery(Ware.class);
            var entity = query.from(Ware.class);
            query.where(builder.equal(entity.get("code"), code));
            return session.createSelectionQuery(query).getSingleResult(); // N+1: table Ware for generated_repository
        }

        List<Ware> wares(List<String> codes) {
            return session.createSelectionQuery("from Ware where code in :codes", Ware.class)
                    .setParameter("codes", codes)
                    .getResultList();
        }
    }

    @Case(kind = POSITIVE, statements = 9)
    int generated_repository(StatelessSession session) {
        Wares_ wares = new Wares_(session);
        int cents = 0;
        for (Item item : session.createSelectionQuery("from Item i where i.id < 700 order by i.id", Item.class)
                .getResultList()) {
            cents += wares.ware(item.getWareCode()).getCents();
        }
        return cents;
    }

    /** Chunks of three keys, the last one of two. */
    @Case(kind = LOOK_ALIKE, statements = 4)
    int chunks_of_three(StatelessSession session) {
        Wares_ wares = new Wares_(session);
        List<String> codes = session.createSelectionQuery(
                        "select i.wareCode from Item i where i.id < 700 order by i.id", String.class)
                .getResultList();
        int found = 0;
        for (int start = 0; start < codes.size(); start += 3) {
            found += wares.wares(codes.subList(start, Math.min(start + 3, codes.size())))
                    .size();
        }
        return found;
    }

    /** One query per cart, with the codes of its items. */
    @Case(kind = POSITIVE, statements = 9)
    int wares_of_each_cart(Session session) {
        int cents = 0;
        for (Cart cart : all(session, Cart.class)) {
            List<String> codes = cart.getItems().stream().map(Item::getWareCode).toList(); // N+1: Cart.items
            cents += session.createQuery("from Ware w where w.code in :codes", Ware.class)
                    .setParameter("codes", codes)
                    .getResultStream() // N+1 likely: table Ware in Cart.items
                    .mapToInt(Ware::getCents)
                    .sum();
        }
        return cents;
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    int keyset_by_text(Session session) {
        String last = "";
        int seen = 0;
        List<Ware> page;
        do {
            page = session.createQuery("from Ware w where w.code > :last order by w.code", Ware.class)
                    .setParameter("last", last)
                    .setMaxResults(4)
                    .getResultList();
            seen += page.size();
            last = page.isEmpty() ? last : page.get(page.size() - 1).getCode();
        } while (!page.isEmpty());
        return seen;
    }

    @Case(kind = LOOK_ALIKE, statements = 5)
    int retry_until_in_stock(Session session) {
        int pieces = 0;
        for (int attempt = 0; attempt < 5 && pieces == 0; attempt++) {
            session.clear();
            pieces = session.find(Stocking.class, 7L).getPieces();
        }
        return pieces;
    }

    @Case(kind = POSITIVE, statements = 13)
    int nested_prepared_statements(Connection connection) throws SQLException {
        int cents = 0;
        try (Statement carts = connection.createStatement();
                PreparedStatement items = connection.prepareStatement("select wareCode from Item where cart_id = ?");
                PreparedStatement ware = connection.prepareStatement("select cents from Ware where code = ?");
                ResultSet cartRows = carts.executeQuery("select id from Cart order by id")) {
            while (cartRows.next()) {
                items.setLong(1, cartRows.getLong(1));
                try (ResultSet itemRows = items.executeQuery()) { // N+1: table Item
                    while (itemRows.next()) {
                        ware.setString(1, itemRows.getString(1));
                        try (ResultSet wareRows = ware.executeQuery()) { // N+1: table Ware in table Item
                            cents += wareRows.next() ? wareRows.getInt(1) : 0;
                        }
                    }
                }
            }
        }
        return cents;
    }

    @Case(kind = LOOK_ALIKE, statements = 5)
    int update_per_cart(Session session) {
        int updated = 0;
        for (Cart cart : all(session, Cart.class)) {
            updated += session.createMutationQuery("update Cart c set c.owner = upper(c.owner) where c.id = :id")
                    .setParameter("id", cart.getId())
                    .executeUpdate();
        }
        return updated;
    }

    @Case(kind = POSITIVE, statements = 5)
    int scrolled_carts(Session session) {
        int items = 0;
        try (ScrollableResults<Cart> carts =
                session.createQuery("from Cart c order by c.id", Cart.class).scroll(ScrollMode.FORWARD_ONLY)) {
            while (carts.next()) {
                items += carts.get().getItems().size(); // N+1: Cart.items
                session.clear();
            }
        }
        return items;
    }

    /** One row is read a second time. */
    @Case(kind = LOOK_ALIKE, statements = 3)
    int scrolled_back_to_the_first_row(Session session) {
        int items = 0;
        try (ScrollableResults<Cart> carts =
                session.createQuery("from Cart c order by c.id", Cart.class).scroll(ScrollMode.SCROLL_INSENSITIVE)) {
            for (int visit = 0; visit < 2; visit++) {
                carts.first();
                items += carts.get().getItems().size();
                session.clear();
            }
        }
        return items;
    }

    @Entity(name = "Cart")
    public static class Cart {
        @Id
        private Long id;

        private String owner;

        @OneToMany(mappedBy = "cart")
        private List<Item> items;

        public Long getId() {
            return id;
        }

        public String getOwner() {
            return owner;
        }

        public List<Item> getItems() {
            return items;
        }
    }

    @Entity(name = "Item")
    public static class Item {
        @Id
        private Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Cart cart;

        private String wareCode;

        public String getWareCode() {
            return wareCode;
        }
    }

    @Entity(name = "Ware")
    public static class Ware {
        @Id
        private Long id;

        @NaturalId
        private String code;

        private int cents;

        public String getCode() {
            return code;
        }

        public int getCents() {
            return cents;
        }
    }

    @Entity(name = "Stocking")
    public static class Stocking {
        @Id
        private Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Ware ware;

        private int pieces;

        public int getPieces() {
            return pieces;
        }
    }
}
