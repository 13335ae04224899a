package com.acme.shop;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Holds a connection for tests. */
public final class ConnectionFixture {

    private final DataSource dataSource;
    private @Nullable Connection held;

    public ConnectionFixture(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public void open() throws SQLException {
        held = dataSource.getConnection();
    }

    public boolean isOpen() throws SQLException {
        return held != null && !held.isClosed();
    }

    public void close() throws SQLException {
        if (held != null) {
            held.close();
        }
    }

    public void lose() throws SQLException {
        dataSource.getConnection();
    }
}
