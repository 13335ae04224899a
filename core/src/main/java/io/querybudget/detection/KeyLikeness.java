package io.querybudget.detection;

import io.querybudget.Cause;
import io.querybudget.ExecutedStatement;
import io.querybudget.sql.ColumnName;
import java.util.List;

/** Tells whether what is looked up are keys of rows, by the mapping, the database, or the values themselves. */
final class KeyLikeness {

    private static final int MANY = 3;

    /** In characters: letters of an alphabet are counted by code. */
    private static final int SHORTEST_BEGINNING = 3;

    private final KeyRelations relations;

    KeyLikeness(KeyRelations relations) {
        this.relations = relations;
    }

    /** Other columns are looked up by constants as well, such as each status. */
    boolean areKeys(Repetition repetition, KeyColumn lookedUp) {
        return repetition.first().cause() instanceof Cause.EntityLoad
                || relations.isKey(lookedUp.name())
                || (lookedUp.areNumbers() && !lookedUp.isArgument() && mayBeKey(lookedUp.name()));
    }

    /** {@return whether keys that come in the order of their rows are no counter's, and no list of words or constants} */
    boolean areTelling(Repetition repetition, KeySource source, KeyColumn lookedUp) {
        boolean areNumbersOfKeys = areKeys(repetition, lookedUp) || (refer(source, lookedUp) && lookedUp.areShuffled());
        return isBusinessKey(source, lookedUp)
                || (lookedUp.areIrregular() && (areNumbersOfKeys || !lookedUp.areNumbers()));
    }

    /**
     * {@return whether texts are likely to be looked up because rows hold them: they stand in a column that is named after
     * the table, or are the keys of all rows, in their order, and the column is named after their table}
     */
    boolean areLikelyReferences(KeySource source, KeyColumn lookedUp, boolean isWalk) {
        boolean areReferred = source.name()
                .filter(name -> isNamedAfterTable(lookedUp.name(), name) && relations.isKey(name))
                .isPresent();
        boolean isWalkOfMany = isWalk && lookedUp.distinct().size() > MANY;
        return !lookedUp.areNumbers() && (refer(source, lookedUp) || (isWalkOfMany && areReferred));
    }

    /** {@return whether values stand in a column that is named after the table in which they are looked up} */
    private static boolean refer(KeySource source, KeyColumn lookedUp) {
        return source.name()
                .filter(name -> isNamedAfterTable(name, lookedUp.name()))
                .isPresent();
    }

    private static boolean isNamedAfterTable(ColumnName column, ColumnName other) {
        return column.column().replace("_", "").equals(other.table().replace("_", ""));
    }

    /** A number may be a key where nothing else is known of its table, or where its name says so. */
    private boolean mayBeKey(ColumnName column) {
        String name = column.column();
        return !relations.knowsTable(column.table())
                || name.endsWith("_id")
                || (name.endsWith("id") && relations.knowsTable(name.substring(0, name.length() - 2)));
    }

    /** Texts that find one row, or none, are keys, whatever the mapping says; each status finds many rows. */
    static boolean findOneRowAtMost(Repetition repetition, KeyColumn lookedUp) {
        List<ExecutedStatement> lookUps =
                repetition.triggers().stream().map(Trigger::statement).toList();
        return lookedUp.distinct().size() > MANY
                && !lookedUp.areNumbers()
                && lookUps.stream()
                        .allMatch(lookUp -> lookUp.rows() <= 1 && !new QueryText(lookUp.sql(), true).isAggregate())
                && lookUps.stream().filter(lookUp -> lookUp.rows() == 1).count() >= MANY;
    }

    /** Texts that are the whole column of the same name, or of one named after it, row by row, are no coincidence. */
    static boolean isBusinessKey(KeySource source, KeyColumn lookedUp) {
        return !lookedUp.areNumbers()
                && source.name()
                        .filter(name -> areNamedAlike(name, lookedUp.name()))
                        .isPresent();
    }

    /** Texts that are no mere letters, and that begin others of a column of that name: those of a list are not looked for so. */
    static boolean areTellingBeginnings(KeySource source, KeyColumn lookedUp) {
        long words = lookedUp.distinct().stream()
                .filter(text -> text.length() >= SHORTEST_BEGINNING)
                .count();
        return words >= MANY && isBusinessKey(source, lookedUp);
    }

    /** {@return whether two columns have one name, or one is named after the other} */
    static boolean areNamedAlike(ColumnName source, ColumnName lookedUp) {
        return source.column().equals(lookedUp.column())
                || isNamedAfter(source, lookedUp)
                || isNamedAfter(lookedUp, source);
    }

    /** {@return whether a column is named after another one and its table, as {@code stall_name} after that of a stall} */
    static boolean isNamedAfter(ColumnName column, ColumnName other) {
        String name = column.column().replace("_", "");
        return name.equals((other.table() + other.column()).replace("_", ""));
    }
}
