package io.querybudget.jdbc;

import io.querybudget.KeyRelation;
import io.querybudget.recording.KnownKeys;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the foreign keys of tables that no mapping tells about, each table of a data source once.
 *
 * <p>The database is asked between transactions only, so that a question it refuses spoils no work of the application;
 * the transaction that the question begins is ended. Safe for use by many threads.
 */
final class ForeignKeyReader {

    /** Tables that a program makes up, such as temporary ones, must not pile up. */
    static final int MOST_TABLES = 2_000;

    private final KnownKeys keys;
    private final Set<String> wanted = ConcurrentHashMap.newKeySet();
    /** The tables whose keys a mapping tells, or the database was asked for. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    ForeignKeyReader(KnownKeys keys) {
        this.keys = keys;
    }

    /** {@return what is known of the keys of the data source} */
    KnownKeys keys() {
        return keys;
    }

    /** Notes the tables of a select. */
    void want(Set<String> tables) {
        for (String table : tables) {
            boolean isNew = !known.contains(table) && !wanted.contains(table);
            if (isNew && known.size() + wanted.size() < MOST_TABLES) {
                (keys.isMapped(table) ? known : wanted).add(table);
            }
        }
    }

    /** {@return whether there are tables whose keys are not known yet} */
    boolean isWanting() {
        return !wanted.isEmpty();
    }

    /** Reads what is wanted, if each statement of the connection is a transaction of its own. */
    void readWithoutTransaction(Connection connection) {
        try {
            if (!connection.isClosed() && connection.getAutoCommit()) {
                readBetweenTransactions(connection);
            }
        } catch (SQLException broken) {
            // the connection is of no use to the application either, and will say so itself
        }
    }

    /** Reads what is wanted; the connection has no transaction that holds work. */
    void readBetweenTransactions(Connection connection) {
        Set<String> tables = new HashSet<>(wanted);
        wanted.removeAll(tables);
        known.addAll(tables);
        try {
            DatabaseMetaData database = connection.getMetaData();
            for (String table : tables) {
                keys.add(foreignKeys(connection, database, table));
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException | RuntimeException | AbstractMethodError refused) {
            rollback(connection);
        }
    }

    private static List<KeyRelation> foreignKeys(Connection connection, DatabaseMetaData database, String table)
            throws SQLException {
        List<KeyRelation> relations = new ArrayList<>();
        String stored = database.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
        try (ResultSet imported = database.getImportedKeys(connection.getCatalog(), connection.getSchema(), stored)) {
            while (imported.next()) {
                relations.add(new KeyRelation(
                        table,
                        name(imported, "FKCOLUMN_NAME"),
                        name(imported, "PKTABLE_NAME"),
                        name(imported, "PKCOLUMN_NAME"),
                        null));
            }
        }
        return relations;
    }

    private static String name(ResultSet imported, String label) throws SQLException {
        return String.valueOf(imported.getString(label)).toLowerCase(Locale.ROOT);
    }

    private static void rollback(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException closed) {
            // the connection is of no use to the application either, and will say so itself
        }
    }
}
