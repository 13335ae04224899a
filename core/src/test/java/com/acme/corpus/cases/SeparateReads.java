package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.Shop.run;

import com.acme.corpus.Case;
import com.acme.corpus.Shop;
import com.acme.shop.Category;
import com.acme.shop.Country;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** Reads inside and outside of transactions, each by a connection or a session of its own. */
public final class SeparateReads {

    private static final String COUNTRIES = "select count(*) from Country";
    private static final String CARRIERS = "select count(*) from Carrier";

    /** Does what {@code JdbcTemplate} does outside of a transaction. */
    private static long ask(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Does what a repository does outside of a transaction. */
    private static <T> T find(SessionFactory sessions, Class<T> type, long id) {
        try (Session session = sessions.openSession()) {
            return session.find(type, id);
        }
    }

    private static long countries(Shop shop) throws SQLException {
        try (Connection connection = shop.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(COUNTRIES);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    private static long carriers(Shop shop) throws SQLException {
        return ask(shop.dataSource(), CARRIERS);
    }

    @Case(kind = POSITIVE, statements = 2)
    long reads_of_two_methods(Shop shop) throws SQLException {
        // fix: Info: @Transactional(readOnly = true) on the method at SeparateReads.reads_of_two_methods or on a caller
        // of
        // it, so that the reads take one connection and share a session; with isolation REPEATABLE_READ they see one
        // state
        // of the data
        return countries(shop) + carriers(shop); // separate reads info: 2 reads
    }

    @Case(kind = POSITIVE, statements = 2)
    long a_connection_each_by_lines(Shop shop) throws SQLException {
        long sum = 0;
        try (Connection connection = shop.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(COUNTRIES);
                ResultSet result = statement.executeQuery()) { // separate reads info: 2 reads
            sum += result.next() ? result.getLong(1) : 0;
        }
        try (Connection connection = shop.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(CARRIERS);
                ResultSet result = statement.executeQuery()) {
            sum += result.next() ? result.getLong(1) : 0;
        }
        return sum;
    }

    @Case(kind = POSITIVE, statements = 3)
    String a_session_each(SessionFactory sessions) {
        String names;
        try (Session session = sessions.openSession()) {
            names = session.find(Country.class, 1L).getName(); // separate reads info: 3 reads
        }
        names += find(sessions, Category.class, 2L).getName();
        names += find(sessions, Category.class, 3L).getName();
        return names;
    }

    /** Outside of a transaction a session gives its connection back after each statement, unless it is told to hold it. */
    @Case(kind = POSITIVE, statements = 2)
    String a_connection_each_of_one_session(SessionFactory sessions) {
        try (Session session = sessions.openSession()) {
            String name = session.find(Category.class, 2L).getName(); // separate reads info: 2 reads
            return name + session.find(Category.class, 3L).getName();
        }
    }

    /** A session forgets between them what it had read. */
    @Case(kind = POSITIVE, statements = 2)
    boolean the_same_row_twice(SessionFactory sessions) {
        boolean isKnown;
        try (Session session = sessions.openSession()) {
            isKnown = session.find(Category.class, 2L) != null; // separate reads info: 2 reads
        }
        try (Session session = sessions.openSession()) {
            return isKnown && session.find(Category.class, 2L) != null;
        }
    }

    @Case(kind = POSITIVE, statements = 3)
    long reads_around_a_transaction(Shop shop) throws SQLException {
        long before;
        try (Connection connection = shop.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(COUNTRIES);
                ResultSet result = statement.executeQuery()) { // separate reads info: 2 reads
            before = result.next() ? result.getLong(1) : 0;
        }
        try (Connection connection = shop.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            run(connection, "update Country set name = name where id = 1");
            connection.rollback();
        }
        return ask(shop.dataSource(), COUNTRIES) - before;
    }

    @Case(kind = POSITIVE, statements = 3)
    long a_loop_of_questions(Shop shop) throws SQLException {
        long sum = 0;
        for (String table : List.of("Country", "Carrier", "Category")) {
            try (Connection connection = shop.dataSource().getConnection();
                    PreparedStatement statement = connection.prepareStatement("select count(*) from " + table);
                    ResultSet result = statement.executeQuery()) { // separate reads info: 3 reads
                sum += result.next() ? result.getLong(1) : 0;
            }
        }
        return sum;
    }

    @Case(kind = REMEDY, statements = 2)
    void reads_of_one_transaction(Shop shop) throws SQLException {
        try (Connection connection = shop.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            run(connection, COUNTRIES);
            run(connection, CARRIERS);
            connection.commit();
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    long one_read(Shop shop) throws SQLException {
        return ask(shop.dataSource(), COUNTRIES);
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    void reads_on_one_connection(Shop shop) throws SQLException {
        try (Connection connection = shop.dataSource().getConnection()) {
            run(connection, COUNTRIES);
            run(connection, CARRIERS);
        }
    }

    @Case(
            kind = LOOK_ALIKE,
            statements = 2,
            settings = "hibernate.connection.handling_mode=DELAYED_ACQUISITION_AND_HOLD")
    String reads_of_one_session(SessionFactory sessions) {
        try (Session session = sessions.openSession()) {
            return session.find(Category.class, 2L).getName()
                    + session.find(Category.class, 3L).getName();
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    void a_transaction_each(SessionFactory sessions) {
        sessions.inTransaction(session -> session.find(Category.class, 2L));
        sessions.inTransaction(session -> session.find(Category.class, 3L));
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    void one_read_beside_a_transaction(SessionFactory sessions) {
        sessions.inTransaction(session -> session.find(Category.class, 2L));
        find(sessions, Category.class, 3L);
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    void a_read_and_a_write(Shop shop) throws SQLException {
        ask(shop.dataSource(), COUNTRIES);
        try (Connection connection = shop.dataSource().getConnection()) {
            run(connection, "update Country set name = name where id = 1");
        }
    }

    /** One of them may not exist, so that another one is asked. */
    @Case(kind = LOOK_ALIKE, statements = 2)
    long read_again_after_a_failure(Shop shop) throws SQLException {
        try {
            return ask(shop.dataSource(), "select count(name / 0) from Country where id = 1");
        } catch (SQLException expected) {
            return ask(shop.dataSource(), COUNTRIES);
        }
    }
}
