package io.querybudget.jdbc;

import io.querybudget.recording.KnownKeys;
import java.sql.Connection;
import java.util.Optional;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ConnectionInfo;
import net.ttddyy.dsproxy.proxy.ProxyConfig;

/**
 * Observes the connections of one data source, for those who hand out connections themselves.
 *
 * <p>Safe for use by many threads.
 */
public final class ConnectionObserver {

    private final ProxyConfig config;

    /**
     * Begins to observe connections that come from no data source.
     *
     * @param name the name in messages, such as a URL
     */
    public ConnectionObserver(String name) {
        this(name, new KnownKeys());
    }

    /**
     * Begins to observe a data source.
     *
     * @param name the name in messages, such as {@code HikariPool-1}
     * @param dataSource where the connections come from
     */
    public ConnectionObserver(String name, DataSource dataSource) {
        this(name, DataSourceKeys.of(dataSource));
    }

    private ConnectionObserver(String dataSourceName, KnownKeys keys) {
        AttachedDataSources.attach(dataSourceName);
        ForeignKeyReader foreignKeys = new ForeignKeyReader(keys);
        config = ProxyConfig.Builder.create()
                .dataSourceName(dataSourceName)
                .queryListener(new RecordingListener(foreignKeys))
                .jdbcProxyFactory(new ObservedJdbcFactory(foreignKeys))
                .build();
    }

    /**
     * {@return a connection that records what the given one executes}
     *
     * <p>The database is not asked anything, so that a lazy connection stays lazy. A connection that is observed already,
     * even below other wrappers, is not counted twice.
     */
    public Connection observe(Connection connection) {
        ConnectionInfo info = new ConnectionInfo();
        info.setDataSourceName(config.getDataSourceName());
        return config.getJdbcProxyFactory().createConnection(connection, info, config);
    }

    /** {@return the connection below an observed one, or the connection itself} */
    public static Connection unwrap(Connection connection) {
        return connection instanceof ObservedConnection observed ? observed.target() : connection;
    }

    /** {@return what is known of the keys of the data source of an observed connection} */
    public static Optional<KnownKeys> keys(Connection connection) {
        return connection instanceof ObservedConnection observed ? Optional.of(observed.keys()) : Optional.empty();
    }

    /** Notes that the owner of a connection gives it back by another way than closing the observed one. */
    public static void released(Connection connection) {
        if (connection instanceof ObservedConnection observed) {
            observed.released();
        }
    }

    ProxyConfig config() {
        return config;
    }
}
