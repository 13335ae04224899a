package io.querybudget.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data sources that this library observes in this JVM.
 *
 * <p>Safe for use by many threads.
 */
public final class AttachedDataSources {

    private static final Logger LOG = LoggerFactory.getLogger("io.querybudget");
    private static final Set<String> ATTACHED = new ConcurrentSkipListSet<>();
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private AttachedDataSources() {}

    /** {@return the names of all data sources that are observed; empty means that no SQL can be counted} */
    public static Set<String> names() {
        return new TreeSet<>(ATTACHED);
    }

    /** Notes that connections of a data source will be observed. */
    public static void attach(String name) {
        ATTACHED.add(name);
    }

    /** Says once that a data source is observed, on its first statement: asking it earlier would open a lazy connection. */
    static void seen(String name, Connection connection) {
        ATTACHED.add(name);
        if (SEEN.add(name)) {
            LOG.info("QueryBudget observes {} ({})", name, product(connection));
        }
    }

    /** Notes on the first statement that another data source below this one is observed, whose name counts. */
    static void forwards(String name) {
        if (!SEEN.contains(name)) {
            ATTACHED.remove(name);
        }
    }

    private static String product(Connection connection) {
        try {
            return connection.getMetaData().getDatabaseProductName();
        } catch (SQLException | RuntimeException unknown) {
            return "unknown database";
        }
    }
}
