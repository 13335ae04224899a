package com.acme.warehouse;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/** A database of two aisles, each with two shelves and two signs, and two robots, each with a battery. */
public final class Warehouse implements AutoCloseable {

    public static final List<Class<?>> ENTITIES =
            List.of(Aisle.class, Shelf.class, Sign.class, Robot.class, Battery.class);

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
    private final Connection keeper;

    private Warehouse() throws SQLException {
        keeper = DriverManager.getConnection(url);
    }

    /** {@return a filled database} */
    public static Warehouse open() throws SQLException {
        Warehouse warehouse = new Warehouse();
        try (SessionFactory factory =
                        warehouse.sessions(Map.of("hibernate.hbm2ddl.auto", "create", "querybudget.enabled", "false"));
                Session session = factory.openSession()) {
            session.beginTransaction();
            for (long i = 1; i <= 2; i++) {
                Aisle aisle = new Aisle(i);
                session.persist(aisle);
                for (long j = 10 * i; j < 10 * i + 2; j++) {
                    session.persist(new Shelf(j, aisle));
                    session.persist(new Sign(j, aisle));
                }
                Robot robot = new Robot(i);
                session.persist(robot);
                session.persist(new Battery(i, robot));
            }
            session.getTransaction().commit();
        }
        return warehouse;
    }

    public String url() {
        return url;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    /** {@return sessions over connections that Hibernate opens by the URL} */
    public SessionFactory sessions() {
        return sessions(Map.of());
    }

    /** {@return sessions over connections that Hibernate opens by the URL} */
    public SessionFactory sessions(Map<String, ?> settings) {
        StandardServiceRegistryBuilder registry =
                new StandardServiceRegistryBuilder().applySetting("jakarta.persistence.jdbc.url", url);
        return build(registry, settings);
    }

    /** {@return sessions whose connections the settings tell} */
    public static SessionFactory sessionsBy(Map<String, ?> settings) {
        return build(new StandardServiceRegistryBuilder(), settings);
    }

    private static SessionFactory build(StandardServiceRegistryBuilder registry, Map<String, ?> settings) {
        settings.forEach(registry::applySetting);
        MetadataSources sources = new MetadataSources(registry.build());
        ENTITIES.forEach(sources::addAnnotatedClass);
        return sources.buildMetadata().buildSessionFactory();
    }

    @Override
    public void close() throws SQLException {
        keeper.close();
    }
}
