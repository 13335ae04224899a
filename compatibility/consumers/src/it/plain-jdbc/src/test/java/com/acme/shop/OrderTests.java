package com.acme.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.querybudget.jdbc.ObservedDataSource;
import io.querybudget.junit.QueryBudget;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OrderTests {

    private static final DataSource SHOP = ObservedDataSource.wrap(database(), "shop");

    @BeforeAll
    static void save_orders() throws SQLException {
        try (Connection connection = SHOP.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table orders(id bigint primary key)");
            statement.execute("create table order_line(id bigint primary key, order_id bigint references orders)");
            statement.execute("insert into orders select x from system_range(1, 3)");
            statement.execute("insert into order_line select x, 1 + mod(x, 3) from system_range(1, 6)");
        }
    }

    @Test
    @QueryBudget(1)
    void joins_the_lines() throws SQLException {
        try (Connection connection = SHOP.getConnection();
                Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery(
                        "select l.id from orders o join order_line l on l.order_id = o.id")) {
            assertEquals(6, count(lines));
        }
    }

    @Test
    @QueryBudget
    void selects_the_lines_of_each_order() throws SQLException {
        int lines = 0;
        try (Connection connection = SHOP.getConnection();
                Statement statement = connection.createStatement();
                ResultSet orders = statement.executeQuery("select id from orders")) {
            while (orders.next()) {
                lines += countLines(connection, orders.getLong("id"));
            }
        }
        assertEquals(6, lines);
    }

    private static int countLines(Connection connection, long order) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select id from order_line where order_id = ?")) {
            statement.setLong(1, order);
            try (ResultSet lines = statement.executeQuery()) {
                return count(lines);
            }
        }
    }

    private static int count(ResultSet rows) throws SQLException {
        int count = 0;
        while (rows.next()) {
            count++;
        }
        return count;
    }

    private static DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1");
        return database;
    }
}
