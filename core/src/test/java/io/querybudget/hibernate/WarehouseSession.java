package io.querybudget.hibernate;

import com.acme.warehouse.Warehouse;
import java.sql.SQLException;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A session in a transaction, on a warehouse that each test has for itself. */
final class WarehouseSession implements BeforeEachCallback, AfterEachCallback {

    private Warehouse warehouse;
    private SessionFactory sessions;
    private Session session;

    @Override
    public void beforeEach(ExtensionContext test) throws SQLException {
        warehouse = Warehouse.open();
        sessions = warehouse.sessions();
        session = sessions.openSession();
        session.beginTransaction();
    }

    @Override
    public void afterEach(ExtensionContext test) throws SQLException {
        session.getTransaction().rollback();
        session.close();
        sessions.close();
        warehouse.close();
    }

    SessionFactory sessions() {
        return sessions;
    }

    Session session() {
        return session;
    }
}
