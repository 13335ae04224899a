package io.querybudget.jdbc;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source whose connections are fetched by the first call that needs one; it cannot be unwrapped. */
final class LazyDataSource implements DataSource {

    private final DataSource target;
    private final AtomicInteger fetched = new AtomicInteger();

    LazyDataSource(DataSource target) {
        this.target = target;
    }

    /** {@return how many connections were fetched} */
    int fetched() {
        return fetched.get();
    }

    @Override
    public Connection getConnection() {
        LazyConnection lazy = new LazyConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> lazy.call(method, arguments));
    }

    private final class LazyConnection {

        private @Nullable Connection connection;

        private @Nullable Object call(java.lang.reflect.Method method, @Nullable Object[] arguments) throws Throwable {
            if (connection == null && method.getName().equals("close")) {
                return null;
            }
            if (connection == null && method.getName().equals("isClosed")) {
                return false;
            }
            if (connection == null) {
                connection = target.getConnection();
                fetched.incrementAndGet();
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException failure) {
                throw failure.getTargetException();
            }
        }
    }

    @Override
    public Connection getConnection(String user, String password) {
        return getConnection();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("unwraps to nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
