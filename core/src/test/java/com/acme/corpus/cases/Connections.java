package com.acme.corpus.cases;

import static com.acme.corpus.CaseKind.LOOK_ALIKE;
import static com.acme.corpus.CaseKind.POSITIVE;
import static com.acme.corpus.CaseKind.REMEDY;
import static com.acme.corpus.Shop.run;

import com.acme.corpus.Case;
import com.acme.corpus.Shop;
import com.acme.shop.Order;
import io.querybudget.recording.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Connections that are given back and ones that are not, and connections that are held beside another one. */
public final class Connections {

    private static final String COUNT = "select count(*) from orders";
    private static final String HOLD = "hibernate.connection.handling_mode=DELAYED_ACQUISITION_AND_HOLD";
    private static final ThreadLocal<@Nullable Session> OF_THREAD = new ThreadLocal<>();

    @Case(kind = POSITIVE, statements = 1)
    void forgotten_connection(Shop shop) throws SQLException {
        // fix: try (Connection …) at Connections.forgotten_connection, so that it is closed when an exception is thrown
        // too
        Connection connection = shop.dataSource().getConnection(); // unclosed connection: connection
        run(connection, COUNT);
    }

    @Case(kind = REMEDY, statements = 1)
    void connection_closed_in_any_case(Shop shop) throws SQLException {
        try (Connection connection = shop.dataSource().getConnection()) {
            run(connection, COUNT);
        }
    }

    @Case(kind = POSITIVE, statements = 0)
    boolean connection_forgotten_unused(Shop shop) throws SQLException {
        return shop.dataSource().getConnection().isReadOnly(); // unclosed connection: connection
    }

    @Case(kind = POSITIVE, statements = 1)
    void connection_left_open_by_an_exception(Shop shop) throws SQLException {
        try {
            Connection connection = shop.dataSource().getConnection(); // unclosed connection: connection
            run(connection, "select no_such_column from orders");
            connection.close();
        } catch (SQLException expected) {
            assert expected.getMessage() != null;
        }
    }

    @Case(kind = POSITIVE, statements = 1)
    void connection_left_open_by_an_early_return(Shop shop) throws SQLException {
        Connection connection = shop.dataSource().getConnection(); // unclosed connection: connection
        run(connection, COUNT);
        if (!connection.isReadOnly()) {
            return;
        }
        connection.close();
    }

    @Case(
            kind = POSITIVE,
            statements = 1,
            settings = {HOLD})
    int forgotten_session(SessionFactory sessions) {
        Session session = sessions.openSession(); // unclosed connection: session
        return Queries.openOrders(session).size();
    }

    @Case(kind = POSITIVE, statements = 1)
    int forgotten_session_in_a_transaction(SessionFactory sessions) {
        Session session = sessions.openSession(); // unclosed connection: session
        session.beginTransaction();
        return Queries.openOrders(session).size();
    }

    @Case(
            kind = POSITIVE,
            statements = 1,
            settings = {HOLD})
    int forgotten_stateless_session(SessionFactory sessions) {
        StatelessSession session = sessions.openStatelessSession(); // unclosed connection: session
        return session.createQuery("from Order", Order.class).getResultList().size();
    }

    @Case(kind = POSITIVE, statements = 1)
    int session_that_its_thread_keeps(SessionFactory sessions) {
        Session session = sessions.openSession(); // unclosed connection likely: session
        OF_THREAD.set(session);
        session.beginTransaction();
        return Queries.openOrders(session).size();
    }

    @Case(kind = REMEDY, statements = 1)
    int session_closed_in_any_case(SessionFactory sessions) {
        try (Session session = sessions.openSession()) {
            session.beginTransaction();
            int orders = Queries.openOrders(session).size();
            session.getTransaction().commit();
            return orders;
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    void connection_closed_at_the_end(Shop shop) throws SQLException {
        Connection connection = shop.dataSource().getConnection();
        run(connection, COUNT);
        connection.close();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    void connection_aborted(Shop shop) throws SQLException {
        Connection connection = shop.dataSource().getConnection();
        run(connection, COUNT);
        connection.abort(Runnable::run);
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    void connection_closed_by_another_thread(Shop shop) throws Exception {
        Connection connection = shop.dataSource().getConnection();
        run(connection, COUNT);
        ExecutorService other = Executors.newSingleThreadExecutor();
        other.submit(() -> {
                    connection.close();
                    return null;
                })
                .get();
        other.shutdown();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    void connection_from_outside(Connection connection) throws SQLException {
        run(connection, COUNT);
    }

    @Case(
            kind = LOOK_ALIKE,
            statements = 1,
            settings = {HOLD})
    int session_from_outside(Session session) {
        return Queries.openOrders(session).size();
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    int session_that_gave_its_connection_back(SessionFactory sessions) {
        Session session = sessions.openSession();
        session.beginTransaction();
        int orders = Queries.openOrders(session).size();
        session.getTransaction().commit();
        return orders;
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    void connection_of_a_thread_that_goes_on(Shop shop, UnitOfWork unit) throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        other.submit(unit.wrap(() -> {
                    run(shop.dataSource().getConnection(), COUNT);
                    return null;
                }))
                .get();
        other.shutdown();
    }

    @Case(kind = POSITIVE, statements = 2)
    void connection_in_a_connection(Shop shop) throws SQLException {
        try (Connection outer = shop.dataSource().getConnection()) {
            run(outer, COUNT); // separate reads info: 2 reads
            try (Connection inner = shop.dataSource().getConnection()) { // nested connection likely: connection
                run(inner, "select count(*) from Product");
            }
        }
    }

    @Case(kind = POSITIVE, statements = 3)
    void in_a_transaction(Shop shop) throws SQLException {
        try (Connection outer = shop.dataSource().getConnection()) {
            outer.setAutoCommit(false);
            run(outer, COUNT);
            nextNumber(shop.dataSource());
            run(outer, "select count(*) from Product");
            outer.commit();
        }
    }

    private static void nextNumber(DataSource numbers) throws SQLException {
        try (Connection own = numbers.getConnection()) { // nested connection likely: connection for in_a_transaction
            run(own, "select max(id) from orders");
        }
    }

    @Case(
            kind = POSITIVE,
            statements = 2,
            settings = {HOLD})
    int session_in_a_session(SessionFactory sessions) {
        try (Session outer = sessions.openSession()) {
            int orders = Queries.openOrders(outer).size(); // separate reads info: 2 reads
            try (Session inner = sessions.openSession()) {
                return orders
                        + inner.createQuery("from Product", Object.class)
                                .getResultList() // nested connection likely: connection
                                .size();
            }
        }
    }

    @Case(kind = POSITIVE, statements = 2)
    int transaction_in_a_transaction(SessionFactory sessions) {
        return sessions.fromTransaction(outer -> {
            int orders = Queries.openOrders(outer).size();
            return orders
                    + sessions.fromTransaction( // nested connection likely: connection
                            inner -> Queries.list(inner, "from Product", Object.class)
                                    .size());
        });
    }

    @Case(kind = POSITIVE, statements = 2)
    int stateless_in_a_transaction(SessionFactory sessions) {
        return sessions.fromTransaction(outer -> {
            int orders = Queries.openOrders(outer).size();
            return orders + countProducts(sessions);
        });
    }

    private static int countProducts(SessionFactory sessions) {
        return sessions.fromStatelessTransaction( // nested connection likely: connection for stateless_in_a_transaction
                inner -> inner.createQuery("from Product", Object.class)
                        .getResultList()
                        .size());
    }

    @Case(kind = REMEDY, statements = 2)
    int transactions_one_after_the_other(SessionFactory sessions) {
        int orders =
                sessions.fromTransaction(session -> Queries.openOrders(session).size());
        return orders
                + sessions.fromTransaction(session ->
                        Queries.list(session, "from Product", Object.class).size());
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    void connections_one_after_the_other(Shop shop) throws SQLException {
        try (Connection first = shop.dataSource().getConnection()) {
            run(first, COUNT); // separate reads info: 2 reads
        }
        try (Connection second = shop.dataSource().getConnection()) {
            run(second, COUNT + " where status = 'OPEN'");
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    void connections_of_two_databases(Shop shop, DataSource archive) throws SQLException {
        try (Connection first = shop.dataSource().getConnection();
                Connection second = archive.getConnection()) {
            run(first, COUNT);
            run(second, "select count(*) from information_schema.tables");
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    void connection_of_another_thread(Shop shop, UnitOfWork unit) throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Connection connection = shop.dataSource().getConnection()) {
            run(connection, COUNT);
            other.submit(unit.wrap(() -> {
                        connection_closed_in_any_case(shop);
                        return null;
                    }))
                    .get();
        }
        other.shutdown();
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    int one_transaction_for_both(SessionFactory sessions) {
        return sessions.fromTransaction(session -> Queries.openOrders(session).size()
                + Queries.list(session, "from Product", Object.class).size());
    }

    @Case(kind = LOOK_ALIKE, statements = 1)
    void second_connection_that_executes_nothing(Shop shop) throws SQLException {
        try (Connection outer = shop.dataSource().getConnection();
                Connection inner = shop.dataSource().getConnection()) {
            run(outer, COUNT);
            assert !inner.isClosed();
        }
    }

    @Case(kind = LOOK_ALIKE, statements = 2)
    void connection_beside_one_from_outside(Connection connection, Shop shop) throws SQLException {
        run(connection, COUNT);
        connection_closed_in_any_case(shop);
    }
}
