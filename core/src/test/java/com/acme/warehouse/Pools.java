package com.acme.warehouse;

import com.zaxxer.hikari.HikariDataSource;
import io.querybudget.jdbc.ObservedDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;

/** A warehouse behind two pools of connections, and the application that uses the first one. */
public final class Pools implements AutoCloseable {

    private final Warehouse warehouse = Warehouse.open();
    private final HikariDataSource pool = pool();
    private final HikariDataSource otherPool = pool();
    private final DataSource dataSource = ObservedDataSource.wrap(pool, "warehouse");
    /** Sessions hold the connection that they take, as with Spring. */
    private final SessionFactory sessions =
            sessions(Map.of("hibernate.connection.handling_mode", "DELAYED_ACQUISITION_AND_HOLD"));

    public Pools() throws SQLException {}

    private HikariDataSource pool() {
        HikariDataSource opened = new HikariDataSource();
        opened.setJdbcUrl(warehouse.url());
        opened.setMaximumPoolSize(4);
        return opened;
    }

    public DataSource pooled() {
        return pool;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public DataSource otherDataSource() {
        return ObservedDataSource.wrap(otherPool, "archive");
    }

    public SessionFactory sessions() {
        return sessions;
    }

    /** {@return sessions over the first pool; they are closed with the pool} */
    public SessionFactory sessions(Map<String, String> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("hibernate.connection.datasource", dataSource);
        return Warehouse.sessionsBy(all);
    }

    public Stocktaking stocktaking() {
        return new Stocktaking(dataSource, sessions);
    }

    public Connection connect() throws SQLException {
        return dataSource.getConnection();
    }

    @Override
    public void close() throws SQLException {
        sessions.close();
        pool.close();
        otherPool.close();
        warehouse.close();
    }
}
