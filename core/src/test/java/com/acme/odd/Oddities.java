package com.acme.odd;

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

/** A database of two of each kind of unusual entity. */
public final class Oddities implements AutoCloseable {

    private static final List<Class<?>> ENTITIES = List.of(
            Item.class,
            com.acme.odd.other.Item.class,
            Voucher.class,
            Voucher.Receipt.class,
            Voucher.Refund.class,
            Touchy.class,
            Packet.class,
            Link.class);

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
    private final Connection keeper;

    private Oddities() throws SQLException {
        keeper = DriverManager.getConnection(url);
    }

    /** {@return a filled database} */
    public static Oddities open() throws SQLException {
        Oddities oddities = new Oddities();
        try (SessionFactory factory =
                        oddities.sessions(Map.of("hibernate.hbm2ddl.auto", "create", "querybudget.enabled", "false"));
                Session session = factory.openSession()) {
            session.beginTransaction();
            for (long i = 1; i <= 2; i++) {
                Item item = new Item(i);
                session.persist(item);
                session.persist(new com.acme.odd.other.Item(i));
                session.persist(new Touchy(i, item));
                session.persist(new Link(i, item));
                Packet outer = new Packet((int) i, i == 1 ? null : item, null);
                session.persist(outer);
                session.persist(new Packet((int) i + 2, item, outer));
                Voucher voucher = new Voucher(i);
                session.persist(voucher);
                session.persist(new Voucher.Receipt(i, voucher));
            }
            session.getTransaction().commit();
        }
        return oddities;
    }

    public SessionFactory sessions() {
        return sessions(Map.of());
    }

    public SessionFactory sessions(Map<String, ?> settings) {
        StandardServiceRegistryBuilder registry =
                new StandardServiceRegistryBuilder().applySetting("jakarta.persistence.jdbc.url", url);
        settings.forEach(registry::applySetting);
        MetadataSources sources = new MetadataSources(registry.build());
        ENTITIES.forEach(sources::addAnnotatedClass);
        return sources.buildMetadata().buildSessionFactory();
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    @Override
    public void close() throws SQLException {
        keeper.close();
    }
}
