package io.querybudget.hibernate;

import static io.querybudget.hibernate.Blocks.onlyStatement;
import static io.querybudget.hibernate.Blocks.record;
import static io.querybudget.hibernate.Blocks.statements;
import static org.assertj.core.api.Assertions.assertThat;

import com.acme.warehouse.Aisle;
import com.acme.warehouse.Warehouse;
import com.zaxxer.hikari.HikariDataSource;
import io.querybudget.ExecutedStatement;
import io.querybudget.Garbage;
import io.querybudget.Recording;
import io.querybudget.jdbc.AttachedDataSources;
import io.querybudget.jdbc.ConnectionObserver;
import io.querybudget.jdbc.ObservedDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.jdbc.connections.spi.AbstractMultiTenantConnectionProvider;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.LoadEventListener;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

class AttachmentTests {

    private Warehouse warehouse;

    @BeforeEach
    void open() throws SQLException {
        warehouse = Warehouse.open();
    }

    @AfterEach
    void close() throws SQLException {
        warehouse.close();
    }

    private JdbcDataSource dataSource() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL(warehouse.url());
        return dataSource;
    }

    private static void find(SessionFactory sessions) {
        try (Session session = sessions.openSession()) {
            session.find(Aisle.class, 1L);
        }
    }

    @Test
    void observes_a_session_factory_with_a_url() {
        try (SessionFactory sessions = warehouse.sessions()) {
            ExecutedStatement executed = onlyStatement(() -> find(sessions));

            assertThat(executed.execution().dataSource()).isEqualTo(warehouse.url());
            assertThat(AttachedDataSources.names()).contains(warehouse.url());
        }
    }

    @Test
    @DisabledIfSystemProperty(
            named = "tested-hibernate.version",
            matches = "6\\..*",
            disabledReason = "Jakarta Persistence 3.1 has no PersistenceConfiguration")
    void observes_an_entity_manager_factory_with_a_url() {
        PersistenceConfiguration configuration =
                new PersistenceConfiguration("warehouse").property("jakarta.persistence.jdbc.url", warehouse.url());
        Warehouse.ENTITIES.forEach(configuration::managedClass);
        try (EntityManagerFactory factory = configuration.createEntityManagerFactory()) {
            ExecutedStatement executed = onlyStatement(() -> {
                try (EntityManager entities = factory.createEntityManager()) {
                    entities.find(Aisle.class, 1L);
                }
            });

            assertThat(executed.execution().dataSource()).isEqualTo(warehouse.url());
        }
    }

    @Test
    void observes_a_session_factory_with_a_data_source() {
        try (SessionFactory sessions =
                Warehouse.sessionsBy(Map.of("jakarta.persistence.nonJtaDataSource", dataSource()))) {
            ExecutedStatement executed = onlyStatement(() -> find(sessions));

            assertThat(executed.execution().dataSource()).isEqualTo("JdbcDataSource");
        }
    }

    @Test
    void names_the_data_source_after_its_pool() {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setPoolName("Aisles");
            pool.setDataSource(dataSource());
            try (SessionFactory sessions = Warehouse.sessionsBy(Map.of("jakarta.persistence.nonJtaDataSource", pool))) {
                assertThat(onlyStatement(() -> find(sessions)).execution().dataSource())
                        .isEqualTo("Aisles");
            }
        }
    }

    @Test
    void counts_once_over_a_data_source_that_is_observed_already() {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(ObservedDataSource.wrap(dataSource(), "below"));
            try (SessionFactory sessions = Warehouse.sessionsBy(
                    Map.of("jakarta.persistence.nonJtaDataSource", ObservedDataSource.wrap(pool, "above")))) {
                Recording recording = record(() -> find(sessions));

                assertThat(recording.statements())
                        .extracting(each -> each.execution().dataSource())
                        .containsExactly("below");
                assertThat(recording.unseen()).isZero();
            }
        }
    }

    @Test
    void observes_each_tenant_and_hands_its_connections_back_as_they_came() {
        Tenants tenants = new Tenants(dataSource());
        try (SessionFactory sessions =
                Warehouse.sessionsBy(Map.of("hibernate.multi_tenant_connection_provider", tenants))) {
            List<ExecutedStatement> executed = statements(() -> {
                for (String tenant : List.of("one", "two")) {
                    try (Session session = sessions.withOptions()
                            .tenantIdentifier((Object) tenant)
                            .openSession()) {
                        session.find(Aisle.class, 1L);
                    }
                }
            });

            assertThat(executed).hasSize(2);
            assertThat(tenants.handedBack).contains("one", "two");
        }
    }

    private static final class Tenants extends AbstractMultiTenantConnectionProvider<String> {

        private static final long serialVersionUID = 1;

        private final transient JdbcDataSource dataSource;
        private final transient ConcurrentLinkedQueue<String> handedBack = new ConcurrentLinkedQueue<>();

        private Tenants(JdbcDataSource dataSource) {
            this.dataSource = dataSource;
        }

        @Override
        protected ConnectionProvider getAnyConnectionProvider() {
            return selectConnectionProvider("any");
        }

        @Override
        protected ConnectionProvider selectConnectionProvider(String tenant) {
            return new RawConnections(dataSource);
        }

        @Override
        public void releaseConnection(String tenant, Connection connection) throws SQLException {
            if (connection instanceof JdbcConnection) {
                handedBack.add(tenant);
            }
            connection.close();
        }
    }

    @Test
    void a_provider_that_does_not_tell_its_data_source_still_gives_connections() {
        AtomicBoolean wasAsked = new AtomicBoolean();
        RawConnections broken = new RawConnections(dataSource()) {

            private static final long serialVersionUID = 1;

            @Override
            public boolean isUnwrappableAs(Class<?> type) {
                return true;
            }

            @Override
            public <T> T unwrap(Class<T> type) {
                wasAsked.set(true);
                throw new IllegalStateException("broken");
            }
        };
        try (SessionFactory sessions = Warehouse.sessionsBy(Map.of(
                        "hibernate.connection.provider_class",
                        broken,
                        "hibernate.dialect",
                        "org.hibernate.dialect.H2Dialect"));
                Session session = sessions.openSession()) {
            assertThat(session.find(Aisle.class, 1L)).isNotNull();
        }

        assertThat(wasAsked).isTrue();
    }

    /** A provider that wants back the connections that it gave. */
    private static class RawConnections implements ConnectionProvider {

        private static final long serialVersionUID = 1;

        private final transient JdbcDataSource dataSource;
        private final transient ConcurrentLinkedQueue<Connection> given = new ConcurrentLinkedQueue<>();
        private final transient ConcurrentLinkedQueue<Connection> handedBack = new ConcurrentLinkedQueue<>();

        private RawConnections(JdbcDataSource dataSource) {
            this.dataSource = dataSource;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = dataSource.getConnection();
            given.add(connection);
            return connection;
        }

        @Override
        public void closeConnection(Connection connection) throws SQLException {
            handedBack.add(connection);
            connection.close();
        }

        @Override
        public boolean supportsAggressiveRelease() {
            return false;
        }

        @Override
        public boolean isUnwrappableAs(Class<?> type) {
            return false;
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new IllegalArgumentException(type.getName());
        }
    }

    @Test
    void hands_connections_back_to_the_provider_as_they_came() {
        RawConnections connections = new RawConnections(dataSource());
        try (SessionFactory sessions =
                Warehouse.sessionsBy(Map.of("hibernate.connection.provider_class", connections))) {
            ExecutedStatement executed = onlyStatement(() -> find(sessions));

            assertThat(executed.execution().dataSource()).isEqualTo("RawConnections");
            assertThat(connections.handedBack).isNotEmpty().containsExactlyInAnyOrderElementsOf(connections.given);
        }
    }

    @Test
    void counts_statements_over_a_connection_of_the_application_as_unseen() throws SQLException {
        try (SessionFactory sessions = warehouse.sessions();
                Connection own = warehouse.connect();
                Session session = sessions.withOptions().connection(own).openSession()) {
            Recording recording = record(() -> session.find(Aisle.class, 1L));

            assertThat(recording.statements()).isEmpty();
            assertThat(recording.unseen()).isEqualTo(1);
        }
    }

    @Test
    void counts_writes_over_a_connection_of_the_application_as_unseen() throws SQLException {
        try (SessionFactory sessions = warehouse.sessions();
                Connection own = warehouse.connect();
                Session session = sessions.withOptions().connection(own).openSession()) {
            session.beginTransaction();

            Recording recording = record(() -> {
                session.persist(new Aisle(3));
                session.flush();
            });

            assertThat(recording.unseen()).isEqualTo(1);
        }
    }

    @Test
    void an_observed_connection_of_the_application_is_seen() throws SQLException {
        try (SessionFactory sessions = warehouse.sessions();
                Connection own = new ConnectionObserver("own").observe(warehouse.connect());
                Session session = sessions.withOptions().connection(own).openSession()) {
            Recording recording = record(() -> session.find(Aisle.class, 1L));

            assertThat(recording.statements()).hasSize(1);
            assertThat(recording.unseen()).isZero();
        }
    }

    @Test
    void leaves_a_session_factory_alone_where_it_is_switched_off() {
        try (SessionFactory sessions = warehouse.sessions(Map.of("querybudget.enabled", "false"))) {
            Recording recording = record(() -> find(sessions));

            assertThat(recording.statements()).isEmpty();
            assertThat(recording.unseen()).isZero();
        }
    }

    @Test
    void calls_all_listeners_that_the_application_has() throws SQLException {
        AtomicInteger calls = new AtomicInteger();
        LoadEventListener one = (event, type) -> calls.incrementAndGet();
        LoadEventListener other = (event, type) -> calls.addAndGet(10);
        Integrator application = new Integrator() {
            @Override
            public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
                EventListenerRegistry registry =
                        factory.getServiceRegistry().requireService(EventListenerRegistry.class);
                registry.prependListeners(EventType.LOAD, one, other);
            }

            @Override
            public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {}
        };
        StandardServiceRegistryBuilder registry = new StandardServiceRegistryBuilder(
                        new BootstrapServiceRegistryBuilder()
                                .applyIntegrator(application)
                                .build())
                .applySetting("jakarta.persistence.jdbc.url", warehouse.url());
        MetadataSources sources = new MetadataSources(registry.build());
        Warehouse.ENTITIES.forEach(sources::addAnnotatedClass);
        try (SessionFactory sessions = sources.buildMetadata().buildSessionFactory();
                Session session = sessions.openSession()) {
            AtomicReference<Aisle> found = new AtomicReference<>();

            assertThat(statements(() -> found.set(session.find(Aisle.class, 1L))))
                    .hasSize(1);

            assertThat(calls).hasValue(11);
            assertThat(found.get()).isNotNull();
        }
    }

    @Test
    void holds_no_session_factory_that_was_closed() {
        assertThat(Garbage.isCollected(closedSessionFactory())).isTrue();
    }

    private WeakReference<SessionFactory> closedSessionFactory() {
        try (SessionFactory sessions = warehouse.sessions()) {
            assertThat(statements(() -> find(sessions))).hasSize(1);
            return new WeakReference<>(sessions);
        }
    }
}
