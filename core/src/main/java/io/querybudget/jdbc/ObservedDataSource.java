package io.querybudget.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ConnectionInfo;
import net.ttddyy.dsproxy.proxy.ProxyConfig;
import net.ttddyy.dsproxy.support.ProxyDataSource;

/** A data source whose statements are recorded in the unit of work they belong to. */
public final class ObservedDataSource extends ProxyDataSource implements Observed {

    private ObservedDataSource(DataSource target, String name) {
        super(target);
        setProxyConfig(config(name));
    }

    /**
     * {@return a data source that records what the given one executes}
     *
     * <p>One that is observed already, even below other wrappers, is not counted twice.
     *
     * @param target the data source to observe
     * @param name the name in messages, such as {@code HikariPool-1}
     */
    public static DataSource wrap(DataSource target, String name) {
        return target instanceof Observed ? target : new ObservedDataSource(target, name);
    }

    /**
     * {@return a connection that records what the given one executes}
     *
     * <p>The database is not asked anything, so that a lazy connection stays lazy.
     *
     * @param target the connection to observe
     * @param dataSourceName the name in messages
     */
    public static Connection wrap(Connection target, String dataSourceName) {
        if (target instanceof Observed) {
            return target;
        }
        ConnectionInfo info = new ConnectionInfo();
        info.setDataSourceName(dataSourceName);
        return new ObservedConnection(target, info, config(dataSourceName));
    }

    /** {@return the connection below an observed one, or the connection itself} */
    public static Connection unwrap(Connection connection) {
        return connection instanceof ObservedConnection observed ? observed.target() : connection;
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || type.isInstance(getDataSource()) || super.isWrapperFor(type);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        DataSource target = getDataSource();
        return type.isInstance(target) ? type.cast(target) : target.unwrap(type);
    }

    private static ProxyConfig config(String name) {
        AttachedDataSources.attach(name);
        return ProxyConfig.Builder.create()
                .dataSourceName(name)
                .queryListener(new RecordingListener())
                .jdbcProxyFactory(new ObservedJdbcFactory())
                .build();
    }
}
