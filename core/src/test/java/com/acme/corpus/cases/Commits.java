package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.Shop.run;

import com.acme.corpus.Case;
import com.acme.corpus.Shop;
import com.acme.shop.Category;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/** Writes inside and outside of transactions; those outside write what is there already, because they stay. */
public final class Commits {

    private static final String KEEP_NAMES = "update Country set name = name where id = 1";
    private static final String KEEP_OTHER_NAMES = "update Carrier set name = name where id = 1";
    private static final String DELETE_NONE = "delete from Carrier where id = -1";

    @Case(kind = POSITIVE, statements = 2)
    void two_writes(Shop shop) throws SQLException {
        // fix: one transaction around these writes at Commits.two_writes (@Transactional on the service method)
        try (Connection connection = shop.dataSource().getConnection();
                PreparedStatement debit = connection.prepareStatement(KEEP_NAMES);
                PreparedStatement credit = connection.prepareStatement(KEEP_OTHER_NAMES)) {
            debit.executeUpdate(); // separate commits likely: 2 writes
            credit.executeUpdate();
        }
    }

    @Case(kind = REMEDY, statements = 2)
    void two_writes_of_one_transaction(Shop shop) throws SQLException {
        try (Connection connection = shop.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            run(connection, KEEP_NAMES);
            run(connection, KEEP_OTHER_NAMES);
            connection.commit();
        }
    }

    @Case(kind = POSITIVE, statements = 2)
    void a_connection_each(Shop shop) throws SQLException {
        keep(shop, KEEP_NAMES);
        keep(shop, DELETE_NONE);
    }

    private static void keep(Shop shop, String sql) throws SQLException {
        try (Connection connection = shop.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate(); // separate commits likely: 2 writes for a_connection_each
        }
    }

    @Case(kind = POSITIVE, statements = 3)
    void writes_after_the_commit(Shop shop) throws SQLException {
        try (Connection connection = shop.dataSource().getConnection();
                PreparedStatement delete = connection.prepareStatement(DELETE_NONE)) {
            connection.setAutoCommit(false);
            run(connection, KEEP_NAMES);
            connection.commit();
            connection.setAutoCommit(true);
            delete.executeUpdate(); // separate commits likely: 2 writes
            delete.executeUpdate();
        }
    }

    @Case(kind = POSITIVE, statements = 3)
    void writes_of_a_stateless_session_without_transaction(SessionFactory sessions) {
        try (StatelessSession session = sessions.openStatelessSession()) {
            Category category = session.get(Category.class, 2L);
            session.update(category); // separate commits likely: 2 writes
            session.update(category);
        }
    }

    @Case(kind = POSITIVE, statements = 2)
    void writes_of_two_methods(Shop shop) throws SQLException {
        keepNames(shop);
        keepOtherNames(shop);
    }

    private static void keepNames(Shop shop) throws SQLException {
        try (Connection connection = shop.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(KEEP_NAMES)) {
            statement.executeUpdate(); // separate commits likely: 2 writes for writes_of_two_methods
        }
    }

    private static void keepOtherNames(Shop shop) throws SQLException {
        try (Connection connection = shop.dataSource().getConnection()) {
            run(connection, KEEP_OTHER_NAMES);
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    void several_transactions(Shop shop) throws SQLException {
        two_writes_of_one_transaction(shop);
        two_writes_of_one_transaction(shop);
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    void one_write(Shop shop) throws SQLException {
        keep(shop, KEEP_NAMES);
    }

    @Case(kind = LOOK_ALIKE, statements = 3)
    void one_write_beside_a_transaction(Shop shop) throws SQLException {
        two_writes_of_one_transaction(shop);
        keep(shop, DELETE_NONE);
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    void reads_without_transaction(Shop shop) throws SQLException {
        try (Connection connection = shop.dataSource().getConnection()) {
            run(connection, "select count(*) from Country");
            run(connection, "select count(*) from Carrier");
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    void batch_without_transaction(Shop shop) throws SQLException {
        try (Connection connection = shop.dataSource().getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("update Country set name = name where id = ?")) {
            for (int id = 1; id <= 3; id++) {
                statement.setInt(1, id);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    void write_again_after_a_failure(Shop shop) throws SQLException {
        try {
            keep(shop, "insert into Country (id, name) values (1, 'There is one already')");
        } catch (SQLException expected) {
            keep(shop, KEEP_NAMES);
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 4)
    void flush_of_a_transaction(SessionFactory sessions) {
        Session session = sessions.openSession();
        try (session) {
            session.beginTransaction();
            session.find(Category.class, 2L).setName("Flowers");
            session.find(Category.class, 3L).setName("Home");
            session.flush();
            session.getTransaction().rollback();
        }
    }
}
