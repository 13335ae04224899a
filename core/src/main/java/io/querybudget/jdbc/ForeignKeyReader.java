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
import org.jspecify.annotations.Nullable;

/**
 * Reads the foreign keys of tables that no mapping tells about, each table of a data source once.
 *
 * <p>The database is asked between transactions only, so that a question it refuses spoils no work of the application;
 * the transaction that the question begins is ended. Safe for use by many threads.
 */
final class ForeignKeyReader {

    /** Where the database keeps a table, and by which name. */
    private record StoredTable(
            @Nullable String catalog, @Nullable String schema, String storedName, String name) {

        static StoredTable of(Connection connection, String name) throws SQLException {
            boolean isUpperCase = connection.getMetaData().storesUpperCaseIdentifiers();
            return new StoredTable(
                    connection.getCatalog(),
                    connection.getSchema(),
                    isUpperCase ? name.toUpperCase(Locale.ROOT) : name,
                    name);
        }
    }

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
                StoredTable stored = StoredTable.of(connection, table);
                keys.add(primaryKey(database, stored));
                keys.add(foreignKeys(database, stored));
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException | RuntimeException | AbstractMethodError refused) {
            rollback(connection);
        }
    }

    /** {@return the primary key as a key of itself, if it is one column} */
    private static List<KeyRelation> primaryKey(DatabaseMetaData database, StoredTable table) throws SQLException {
        List<KeyRelation> relations = new ArrayList<>();
        try (ResultSet keys = database.getPrimaryKeys(table.catalog, table.schema, table.storedName)) {
            while (keys.next()) {
                String column = name(keys, "COLUMN_NAME");
                relations.add(new KeyRelation(table.name, column, table.name, column, null));
            }
        }
        return relations.size() == 1 ? relations : List.of();
    }

    private static List<KeyRelation> foreignKeys(DatabaseMetaData database, StoredTable table) throws SQLException {
        List<KeyRelation> relations = new ArrayList<>();
        try (ResultSet keys = database.getImportedKeys(table.catalog, table.schema, table.storedName)) {
            while (keys.next()) {
                relations.add(new KeyRelation(
                        table.name,
                        name(keys, "FKCOLUMN_NAME"),
                        name(keys, "PKTABLE_NAME"),
                        name(keys, "PKCOLUMN_NAME"),
                        null));
            }
        }
        return relations;
    }

    private static String name(ResultSet keys, String label) throws SQLException {
        return String.valueOf(keys.getString(label)).toLowerCase(Locale.ROOT);
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
