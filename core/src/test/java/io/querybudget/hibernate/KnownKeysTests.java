package io.querybudget.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.warehouse.Aisle;
import com.acme.warehouse.Warehouse;
import io.querybudget.KeyRelation;
import io.querybudget.Recording;
import io.querybudget.jdbc.ObservedDataSource;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.engine.jdbc.connections.spi.AbstractDataSourceBasedMultiTenantConnectionProviderImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KnownKeysTests {

    private Warehouse warehouse;

    @BeforeEach
    void open() throws SQLException {
        warehouse = Warehouse.open();
    }

    @AfterEach
    void close() throws SQLException {
        warehouse.close();
    }

    @Test
    void a_mapping_tells_about_the_database_of_its_sessions() throws SQLException {
        DataSource own = observed(warehouse.url());
        try (SessionFactory sessions = Warehouse.sessionsBy(Map.of("jakarta.persistence.nonJtaDataSource", own))) {
            assertThat(knowsMapping(record(() -> select(own)))).isTrue();
            assertThat(sessions.isOpen()).isTrue();
        }
    }

    @Test
    void a_mapping_tells_nothing_about_another_database() throws SQLException {
        DataSource other = observed("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        execute(other, "create table aisle(id bigint)", "create table shelf(id bigint, aisle_id bigint)");
        try (SessionFactory sessions = warehouse.sessions()) {
            find(sessions);

            assertThat(record(() -> select(other)).keyRelations()).isEmpty();
        } finally {
            execute(other, "shutdown");
        }
    }

    @Test
    void a_database_tells_nothing_about_another_one() throws SQLException {
        String tables = "create table aisle(id bigint %s); create table shelf(id bigint, aisle_id bigint %s)";
        DataSource one = observed("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        DataSource other = observed("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        execute(one, tables.formatted("primary key", "references aisle"));
        execute(other, tables.formatted("", ""));

        assertThat(knowsShelves(record(() -> select(one)))).isTrue();
        assertThat(knowsShelves(record(() -> select(other)))).isFalse();

        execute(one, "shutdown");
        execute(other, "shutdown");
    }

    @Test
    void a_mapping_tells_about_each_data_source_that_its_sessions_use() throws SQLException {
        try (Warehouse second = Warehouse.open()) {
            Map<String, DataSource> tenants =
                    Map.of("first", observed(warehouse.url()), "second", observed(second.url()));
            try (SessionFactory sessions =
                    Warehouse.sessionsBy(Map.of("hibernate.multi_tenant_connection_provider", new Tenants(tenants)))) {
                for (String tenant : tenants.keySet()) {
                    try (Session session = sessions.withOptions()
                            .tenantIdentifier((Object) tenant)
                            .openSession()) {
                        session.find(Aisle.class, 1L);
                    }
                    assertThat(knowsMapping(record(() -> select(tenants.get(tenant)))))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void a_unit_of_work_knows_the_keys_of_a_factory_that_was_closed_in_it() throws SQLException {
        Recording recording = record(() -> {
            try (SessionFactory sessions = warehouse.sessions()) {
                find(sessions);
            }
            System.gc();
        });

        assertThat(knowsMapping(recording)).isTrue();
    }

    /** Has one data source for each tenant. */
    private static final class Tenants extends AbstractDataSourceBasedMultiTenantConnectionProviderImpl<Object> {

        private static final long serialVersionUID = 1;

        private final transient Map<String, DataSource> byTenant;

        Tenants(Map<String, DataSource> byTenant) {
            this.byTenant = byTenant;
        }

        @Override
        protected DataSource selectAnyDataSource() {
            return byTenant.values().iterator().next();
        }

        @Override
        protected DataSource selectDataSource(Object tenant) {
            return byTenant.get(tenant);
        }
    }

    /** Some SQL of a test. */
    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }

    private static DataSource observed(String url) {
        JdbcDataSource raw = new JdbcDataSource();
        raw.setURL(url);
        return ObservedDataSource.wrap(raw, "warehouse");
    }

    private static void find(SessionFactory sessions) {
        try (Session session = sessions.openSession()) {
            session.find(Aisle.class, 1L);
        }
    }

    private static void select(DataSource dataSource) throws SQLException {
        execute(dataSource, "select id from aisle", "select id from shelf where aisle_id = 1");
    }

    private static void execute(DataSource dataSource, String... texts) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            for (String sql : texts) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(sql);
                }
            }
        }
    }

    private static Recording record(Work work) throws SQLException {
        try (UnitScope scope = UnitScope.open(UnitOfWork.Kind.BLOCK, "a block")) {
            work.run();
            return scope.unit().recording();
        }
    }

    private static boolean knowsMapping(Recording recording) {
        return recording.keyRelations().stream()
                .map(KeyRelation::association)
                .anyMatch(association ->
                        association != null && association.simpleRole().equals("Aisle.shelves"));
    }

    private static boolean knowsShelves(Recording recording) {
        return recording.keyRelations().stream().map(KeyRelation::column).anyMatch("aisle_id"::equals);
    }
}
