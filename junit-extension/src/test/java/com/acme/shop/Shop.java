package com.acme.shop;

import com.zaxxer.hikari.HikariDataSource;
import io.querybudget.jdbc.ObservedDataSource;
import io.querybudget.recording.Preparation;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** An application with a database of its own, which holds two orders of two lines each. */
public final class Shop {

    private final SessionFactory sessions;

    private Shop(Configuration configuration) {
        this.sessions = prepared(() -> {
            SessionFactory created = configuration
                    .addAnnotatedClass(Order.class)
                    .addAnnotatedClass(OrderLine.class)
                    .addAnnotatedClass(Customer.class)
                    .setProperty("hibernate.hbm2ddl.auto", "create")
                    .buildSessionFactory();
            created.inTransaction(Shop::placeTwoOrders);
            return created;
        });
    }

    /** Hibernate connects by itself. */
    public static Shop overUrl(String database) {
        return new Shop(new Configuration().setProperty("hibernate.connection.url", url(database)));
    }

    /** Hibernate is given a pool. */
    public static Shop overPool(String database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName(database + "-pool");
        pool.setJdbcUrl(url(database));
        return over(pool);
    }

    /** The user observes the data source. */
    public static Shop overObserved(String database) {
        return over(observed(database));
    }

    public static DataSource observed(String database) {
        return ObservedDataSource.wrap(plain(database), database);
    }

    public static DataSource plain(String database) {
        JdbcDataSource plain = new JdbcDataSource();
        plain.setUrl(url(database));
        return plain;
    }

    private static Shop over(DataSource dataSource) {
        Configuration configuration = new Configuration();
        configuration.getProperties().put("hibernate.connection.datasource", dataSource);
        return new Shop(configuration);
    }

    public SessionFactory sessions() {
        return sessions;
    }

    public void transact(Consumer<Session> work) {
        sessions.inTransaction(work);
    }

    public <T> T query(Function<Session, T> work) {
        return sessions.fromTransaction(work);
    }

    public List<Order> findOrders() {
        return query(session -> allOrders(session));
    }

    public static List<Order> allOrders(Session session) {
        return session.createSelectionQuery("from Order", Order.class).getResultList();
    }

    public void addCustomer(long number) {
        transact(session -> session.persist(new Customer(number, "Ada")));
    }

    /** An N+1: one more statement for the lines of each order. */
    public int countLines() {
        return query(session -> {
            int count = 0;
            for (Order order : allOrders(session)) {
                count += order.lines().size();
            }
            return count;
        });
    }

    /** Batch fetching: one more statement for the notes of five orders. */
    public int countNotes() {
        return query(session -> {
            int count = 0;
            for (Order order : allOrders(session)) {
                count += order.notes().size();
            }
            return count;
        });
    }

    public long countOf(long order) {
        return query(session -> session.createSelectionQuery(
                        "select count(l) from OrderLine l where l.order.id = :id", Long.class)
                .setParameter("id", order)
                .getSingleResult());
    }

    public void placeOrders(int orders) {
        transact(session -> placeOrders(session, orders));
    }

    public static void placeOrders(Session session, int orders) {
        for (int i = 0; i < orders; i++) {
            Order order = new Order();
            order.lines().add(new OrderLine(order, "nib"));
            session.persist(order);
        }
    }

    /** Counts the lines twice, by one method that is called from two places. */
    public int countLinesTwice() {
        int once = countLinesOnce();
        int again = countLinesOnce();
        return once + again;
    }

    private int countLinesOnce() {
        return query(session -> session.createSelectionQuery("from Order", Order.class).getResultList().stream()
                .mapToInt(order -> order.lines().size())
                .sum());
    }

    /** Counts the lines at a place of its own, because a finding of one place is logged once per JVM. */
    public int countLinesToWarnAbout() {
        return query(session -> allOrders(session).stream()
                .mapToInt(order -> order.lines().size())
                .sum());
    }

    private static void placeTwoOrders(Session session) {
        for (int i = 0; i < 2; i++) {
            Order order = new Order();
            order.lines().add(new OrderLine(order, "pen"));
            order.lines().add(new OrderLine(order, "ink"));
            session.persist(order);
        }
    }

    /** Tests run in parallel here, and the SQL that prepares one belongs to no other. */
    private static <T> T prepared(java.util.function.Supplier<T> preparation) {
        Preparation.begin();
        try {
            return preparation.get();
        } finally {
            Preparation.end();
        }
    }

    private static String url(String database) {
        return "jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1";
    }
}
