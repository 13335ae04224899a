package io.querybudget.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.corpus.MapRegionFactory;
import com.acme.delivery.AirShipment;
import com.acme.delivery.Carrier;
import com.acme.delivery.Harbour;
import com.acme.delivery.Piece;
import com.acme.delivery.SeaShipment;
import com.acme.delivery.Shipment;
import com.acme.shop.Named;
import com.acme.tuned.Basket;
import com.acme.tuned.Currency;
import com.acme.tuned.Shopper;
import com.acme.warehouse.Aisle;
import com.acme.warehouse.Shelf;
import com.acme.warehouse.Warehouse;
import io.querybudget.Limits;
import io.querybudget.Measure;
import io.querybudget.Recording;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Hibernate loads is counted by type and role, in whichever way it is fetched. */
class LoadTests {

    private Warehouse warehouse;
    private SessionFactory sessions;

    @BeforeEach
    void open() throws SQLException {
        warehouse = Warehouse.open();
        sessions = warehouse.sessions();
    }

    @AfterEach
    void close() throws SQLException {
        sessions.close();
        warehouse.close();
    }

    private static long measured(Recording recording, Limits limit) {
        Measure measure = limit.numbers().keySet().iterator().next();
        return measure.of(recording);
    }

    private static long entities(Recording recording, Class<?> type) {
        return measured(recording, Limits.limits().loaded(type, 0));
    }

    private static long collections(Recording recording, String role) {
        return measured(recording, Limits.limits().loaded(role, 0));
    }

    private Recording record(Consumer<Session> work) {
        return record(sessions, work);
    }

    private static Recording record(SessionFactory factory, Consumer<Session> work) {
        return Blocks.record(() -> factory.inTransaction(work));
    }

    private static List<Aisle> aisles(Session session) {
        return session.createSelectionQuery("from Aisle", Aisle.class).getResultList();
    }

    private static List<Aisle> aislesWithShelves(Session session) {
        return session.createSelectionQuery("from Aisle a left join fetch a.shelves", Aisle.class)
                .getResultList();
    }

    @Test
    void entities_are_counted_when_they_are_loaded_and_not_when_they_are_found_again() {
        Recording recording = record(session -> {
            aisles(session);
            aisles(session);
            session.find(Aisle.class, 1L);
            session.find(Shelf.class, 10L);
        });

        assertThat(entities(recording, Aisle.class)).isEqualTo(2);
        assertThat(entities(recording, Shelf.class)).isEqualTo(1);
    }

    @Test
    void lazy_collections_are_counted_one_by_one() {
        Recording recording =
                record(session -> aisles(session).forEach(aisle -> Hibernate.initialize(aisle.shelves())));

        assertThat(collections(recording, "Aisle.shelves")).isEqualTo(2);
        assertThat(entities(recording, Shelf.class)).isEqualTo(4);
        assertThat(collections(recording, "Aisle.signs")).isZero();
    }

    @Test
    void collections_of_a_batch_are_counted_each() {
        Recording recording =
                record(session -> Hibernate.initialize(aisles(session).get(0).signs()));

        assertThat(collections(recording, "Aisle.signs")).isEqualTo(2);
    }

    @Test
    void collections_that_a_query_fetches_are_counted_each() {
        assertThat(collections(record(LoadTests::aislesWithShelves), "Aisle.shelves"))
                .isEqualTo(2);
    }

    @Test
    void collections_that_a_query_fetches_for_managed_owners_are_counted_once() {
        Recording recording = record(session -> {
            aisles(session);
            aislesWithShelves(session);
            aislesWithShelves(session).forEach(aisle -> Hibernate.initialize(aisle.shelves()));
        });

        assertThat(collections(recording, "Aisle.shelves")).isEqualTo(2);
    }

    private static SessionFactory factory(List<Class<?>> entities, Map<String, String> settings, String... inserts) {
        Configuration configuration = new Configuration();
        configuration.setProperty(
                "hibernate.connection.url", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        configuration.setProperty("hibernate.hbm2ddl.auto", "create");
        settings.forEach(configuration::setProperty);
        entities.forEach(configuration::addAnnotatedClass);
        SessionFactory factory = configuration.buildSessionFactory();
        factory.inTransaction(session -> {
            for (String insert : inserts) {
                session.createNativeMutationQuery(insert).executeUpdate();
            }
        });
        return factory;
    }

    @Test
    void collections_that_are_fetched_by_subselect_are_counted_each() {
        try (SessionFactory factory = factory(
                List.of(Basket.class, Shopper.class),
                Map.of(),
                "insert into Basket(id, name) values (1, 'a'), (2, 'b'), (3, 'c')")) {
            Recording recording = record(
                    factory,
                    session -> Hibernate.initialize(session.createSelectionQuery("from Basket", Basket.class)
                            .getResultList()
                            .get(0)
                            .getVouchers()));

            assertThat(collections(recording, "Basket.vouchers")).isEqualTo(3);
        }
    }

    @Test
    void entities_count_for_their_supertypes_and_statements_for_the_tables_of_subtypes() {
        List<Class<?>> entities = List.of(
                Shipment.class, AirShipment.class, SeaShipment.class, Carrier.class, Harbour.class, Piece.class);
        try (SessionFactory factory = factory(
                entities,
                Map.of(),
                "insert into Shipment(id, name) values (1, 'a'), (2, 's')",
                "insert into AirShipment(id) values (1)",
                "insert into SeaShipment(id) values (2)")) {
            Recording recording = record(
                    factory,
                    session -> session.createSelectionQuery("from Shipment", Shipment.class)
                            .getResultList()
                            .forEach(shipment -> shipment.setName("c")));

            assertThat(entities(recording, Shipment.class)).isEqualTo(2);
            assertThat(entities(recording, Named.class)).isEqualTo(2);
            assertThat(entities(recording, AirShipment.class)).isEqualTo(1);
            assertThat(measured(recording, Limits.limits().selectsFrom(SeaShipment.class, 0)))
                    .isEqualTo(1);
            assertThat(measured(recording, Limits.limits().statementsAbout(Shipment.class, 0)))
                    .isEqualTo(recording.total());
            assertThat(measured(recording, Limits.limits().updatesOf(AirShipment.class, 0)))
                    .isZero();
        }
    }

    @Test
    void hits_and_misses_of_the_second_level_cache_are_counted() {
        Map<String, String> cached = Map.of(
                "hibernate.cache.use_second_level_cache",
                "true",
                "hibernate.cache.region.factory_class",
                MapRegionFactory.class.getName());
        try (SessionFactory factory =
                factory(List.of(Currency.class), cached, "insert into Currency(id, name) values (1, 'EUR')")) {
            Recording first = record(factory, session -> session.find(Currency.class, 1L));
            Recording second = record(factory, session -> session.find(Currency.class, 1L));

            assertThat(measured(first, Limits.limits().cacheMisses(0))).isEqualTo(1);
            assertThat(measured(first, Limits.limits().cacheHits(0))).isZero();
            assertThat(measured(second, Limits.limits().cacheHits(0))).isEqualTo(1);
            assertThat(measured(second, Limits.limits().cacheMisses(0))).isZero();
            assertThat(entities(second, Currency.class)).isEqualTo(1);
            assertThat(second.total()).isZero();
        }
    }
}
