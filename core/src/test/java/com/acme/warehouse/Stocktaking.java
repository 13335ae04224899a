package com.acme.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/** Handles connections and transactions well and badly. */
public final class Stocktaking {

    private final DataSource dataSource;
    private final SessionFactory sessions;

    public Stocktaking(DataSource dataSource, SessionFactory sessions) {
        this.dataSource = dataSource;
        this.sessions = sessions;
    }

    public Connection open() throws SQLException {
        return dataSource.getConnection();
    }

    public Session openSession() {
        Session session = sessions.openSession();
        aisles(session);
        return session;
    }

    public void forgetConnection() throws SQLException {
        Connection connection = dataSource.getConnection();
        count(connection);
    }

    public void countByOwnConnections() throws SQLException {
        countWithOwnConnection();
        countWithOwnConnection();
    }

    public void forgetUnusedConnection() throws SQLException {
        Connection unused = dataSource.getConnection();
        unused.isReadOnly();
    }

    public void forgetConnectionOnFailure() throws SQLException {
        Connection connection = dataSource.getConnection();
        run(connection, "select no_such_column from Aisle");
        connection.close();
    }

    public void forgetSession() {
        Session session = sessions.openSession();
        aisles(session);
    }

    public void forgetStatelessSession() {
        StatelessSession session = sessions.openStatelessSession();
        session.createSelectionQuery("from Robot", Robot.class).getResultList();
    }

    public void forgetSessionInTransaction() {
        Session session = sessions.openSession();
        session.beginTransaction();
        aisles(session);
    }

    public void countTwice() throws SQLException {
        for (int i = 0; i < 2; i++) {
            try (Connection connection = dataSource.getConnection()) {
                count(connection);
            }
        }
    }

    public void countInSession() {
        try (Session session = sessions.openSession()) {
            aisles(session);
        }
    }

    public void connectionInConnection() throws SQLException {
        try (Connection outer = dataSource.getConnection()) {
            count(outer);
            countWithOwnConnection();
        }
    }

    public void connectionBeforeFirstStatement() throws SQLException {
        try (Connection outer = dataSource.getConnection()) {
            countWithOwnConnection();
            count(outer);
        }
    }

    public void sessionInSession() {
        try (Session outer = sessions.openSession()) {
            aisles(outer);
            countInSession();
        }
    }

    public void transactionInTransaction() {
        try (Session outer = sessions.openSession()) {
            outer.beginTransaction();
            try (Session inner = sessions.openSession()) {
                inner.beginTransaction();
                aisles(inner);
                inner.getTransaction().commit();
            }
            aisles(outer);
            outer.getTransaction().commit();
        }
    }

    public void connectionInSession() throws SQLException {
        try (Session outer = sessions.openSession()) {
            aisles(outer);
            countWithOwnConnection();
        }
    }

    public void connectionOf(DataSource other) throws SQLException {
        try (Connection outer = dataSource.getConnection();
                Connection inner = other.getConnection()) {
            count(outer);
            count(inner);
        }
    }

    public void countWithOwnConnection() throws SQLException {
        try (Connection inner = dataSource.getConnection()) {
            count(inner);
        }
    }

    public void writeByOneConnection(String... sql) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            for (String each : sql) {
                run(connection, each);
            }
        }
    }

    public void writeByOwnConnections(String... sql) throws SQLException {
        for (String each : sql) {
            writeByOneConnection(each);
        }
    }

    public void writeInTransaction(String... sql) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            for (String each : sql) {
                run(connection, each);
            }
            connection.commit();
        }
    }

    public void writeBatch(String... names) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("update Aisle set name = ?")) {
            for (String name : names) {
                statement.setString(1, name);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    public void renameAisles() {
        try (Session session = sessions.openSession()) {
            session.beginTransaction();
            aisles(session).forEach(aisle -> aisle.rename("new"));
            session.getTransaction().commit();
        }
    }

    /** Counts before and after something else, in one transaction. */
    public void around(Runnable work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            count(connection);
            work.run();
            count(connection);
            connection.commit();
        }
    }

    public void before(Runnable work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            count(connection);
            work.run();
        }
    }

    public void after(Runnable work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            work.run();
            count(connection);
            connection.commit();
        }
    }

    public void aroundInSession(Runnable work) {
        try (Session session = sessions.openSession()) {
            session.beginTransaction();
            aisles(session);
            work.run();
            aisles(session).forEach(aisle -> aisle.rename("later"));
            session.getTransaction().commit();
        }
    }

    public static void around(Session session, Runnable work) {
        session.beginTransaction();
        aisles(session);
        work.run();
        aisles(session);
        session.getTransaction().commit();
    }

    public void aroundWithoutTransaction(Runnable work) {
        try (Session session = sessions.openSession()) {
            aisles(session);
            work.run();
            session.createSelectionQuery("from Robot", Robot.class).getResultList();
        }
    }

    public void between(Runnable work) throws SQLException {
        countWithOwnConnection();
        work.run();
        countWithOwnConnection();
    }

    public static List<Aisle> aisles(Session session) {
        return session.createSelectionQuery("from Aisle", Aisle.class).getResultList();
    }

    public static void count(Connection connection) throws SQLException {
        run(connection, "select count(*) from Aisle");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
