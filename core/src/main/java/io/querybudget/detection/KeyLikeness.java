package io.querybudget.detection;

import io.querybudget.Cause;
import io.querybudget.sql.ColumnName;

/** Tells whether what is looked up are keys of rows, by the mapping, the database, or the values themselves. */
final class KeyLikeness {

    private static final int MANY = 3;

    private final KeyRelations relations;

    KeyLikeness(KeyRelations relations) {
        this.relations = relations;
    }

    /** Other columns are looked up by constants as well, such as each status. */
    boolean areKeys(Repetition repetition, KeyColumn lookedUp) {
        return repetition.first().cause() instanceof Cause.EntityLoad
                || relations.isKey(lookedUp.name())
                || (lookedUp.areNumbers() && mayBeKey(lookedUp.name()));
    }

    /** A number may be a key where nothing else is known of its table, or where its name says so. */
    private boolean mayBeKey(ColumnName column) {
        String name = column.column();
        return !relations.knowsTable(column.table())
                || name.endsWith("_id")
                || (name.endsWith("id") && relations.knowsTable(name.substring(0, name.length() - 2)));
    }

    /** Texts that each find one row are keys, whatever the mapping says; each status finds many rows, or none. */
    static boolean findsOneRowEach(Repetition repetition, KeyColumn lookedUp) {
        return lookedUp.distinct().size() > MANY
                && !lookedUp.areNumbers()
                && repetition.triggers().stream()
                        .map(Trigger::statement)
                        .allMatch(statement ->
                                statement.rows() == 1 && !new QueryText(statement.sql(), true).isAggregate());
    }

    /** Texts that are the whole column of the same name, row by row, are no coincidence. */
    static boolean isBusinessKey(KeySource source, KeyColumn lookedUp) {
        String column = lookedUp.name().column();
        return !lookedUp.areNumbers()
                && source.name().filter(name -> name.column().equals(column)).isPresent();
    }
}
