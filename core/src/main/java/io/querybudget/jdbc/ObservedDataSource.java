package io.querybudget.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSource;

/** A data source whose statements are recorded in the unit of work they belong to. */
public final class ObservedDataSource extends ProxyDataSource implements Observed {

    private final ConnectionObserver observer;

    private ObservedDataSource(DataSource target, String name) {
        super(target);
        this.observer = new ConnectionObserver(name, target);
        setProxyConfig(observer.config());
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

    /** datasource-proxy would remember an id of each connection until one of its own proxies is closed. */
    @Override
    public Connection getConnection() throws SQLException {
        return observer.observe(getDataSource().getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return observer.observe(getDataSource().getConnection(user, password));
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
}
