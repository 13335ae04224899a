package io.querybudget.detection;

import io.querybudget.Association;
import io.querybudget.ExecutedStatement;
import io.querybudget.KeyRelation;
import io.querybudget.sql.ColumnName;
import io.querybudget.sql.SqlText;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells whether keys of one column are looked up by another one, as the mapping says. */
final class KeyRelations {

    /**
     * Two columns hold the same keys.
     *
     * @param associations the attribute that relates them; empty when both are the same column
     */
    record Tie(List<Association> associations) {}

    private final Collection<KeyRelation> relations;

    KeyRelations(Collection<KeyRelation> relations) {
        this.relations = relations;
    }

    /**
     * {@return the tie between the column that keys were read from and the one they were looked up by}
     *
     * <p>A look-up by a foreign key is named after the collection that the foreign key maps, if there is one.
     */
    Optional<Tie> between(Optional<ColumnName> source, ColumnName lookedUp) {
        if (source.isEmpty()) {
            return Optional.empty();
        }
        if (source.get().equals(lookedUp)) {
            return Optional.of(new Tie(List.of()));
        }
        List<KeyRelation> related = relations.stream()
                .filter(relation ->
                        relates(relation, source.get(), lookedUp) || relates(relation, lookedUp, source.get()))
                .toList();
        List<Association> named = related.stream()
                .map(KeyRelation::association)
                .filter(Objects::nonNull)
                .distinct()
                .max(Comparator.comparing(association -> association.isPlural() == isForeignKey(lookedUp)))
                .stream()
                .toList();
        return related.isEmpty() ? Optional.empty() : Optional.of(new Tie(named));
    }

    /** {@return whether a foreign key refers to other rows than a column holds keys of, so that equal keys are a coincidence} */
    boolean refersElsewhere(ColumnName foreignKey, ColumnName lookedUp) {
        Set<ColumnName> referenced = referencedBy(foreignKey);
        Set<ColumnName> keys = referencedBy(lookedUp);
        if (isKey(lookedUp) && !isForeignKey(lookedUp)) {
            keys.add(lookedUp);
        }
        return !isUnique(foreignKey)
                && !referenced.isEmpty()
                && !keys.isEmpty()
                && Collections.disjoint(referenced, keys);
    }

    private Set<ColumnName> referencedBy(ColumnName foreignKey) {
        return relations.stream()
                .filter(relation -> !relation.isKeyItself())
                .filter(relation -> foreignKey.equals(new ColumnName(relation.table(), relation.column())))
                .map(relation -> new ColumnName(relation.referencedTable(), relation.referencedColumn()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean relates(KeyRelation relation, ColumnName foreignKey, ColumnName key) {
        return foreignKey.equals(new ColumnName(relation.table(), relation.column()))
                && key.equals(new ColumnName(relation.referencedTable(), relation.referencedColumn()));
    }

    /** {@return whether a column holds keys: its own, or those of another table} */
    boolean isKey(ColumnName column) {
        return isForeignKey(column)
                || relations.stream()
                        .anyMatch(relation ->
                                column.equals(new ColumnName(relation.referencedTable(), relation.referencedColumn())));
    }

    /** {@return whether no two rows have one value of a column} */
    boolean isUnique(ColumnName column) {
        return relations.stream()
                .anyMatch(relation ->
                        relation.isKeyItself() && column.equals(new ColumnName(relation.table(), relation.column())));
    }

    /** {@return whether anything is known of the keys of a table} */
    boolean knowsTable(String table) {
        return relations.stream()
                .anyMatch(relation -> table.equals(relation.table()) || table.equals(relation.referencedTable()));
    }

    /** {@return the tables that are known to hold an entity} */
    Set<String> tablesOf(String entityName) {
        Set<String> tables = new HashSet<>();
        for (KeyRelation relation : relations) {
            Association association = relation.association();
            if (association != null && association.entityName().equals(entityName)) {
                tables.add(association.isPlural() ? relation.referencedTable() : relation.table());
            }
            if (association != null && !association.isPlural() && entityName.equals(association.target())) {
                tables.add(relation.referencedTable());
            }
        }
        return tables;
    }

    /** {@return the collection of embeddables that an attribute of theirs is reached through, empty for most attributes} */
    Optional<Association> collectionAround(Association attribute) {
        return collections()
                .filter(collection -> attribute.role().startsWith(collection.role() + "."))
                .findFirst();
    }

    /** {@return the attributes that lead to entities of a type by a foreign key} */
    Stream<Association> leadingTo(Predicate<String> entityName) {
        return associations()
                .filter(association -> association.target() != null && entityName.test(association.target()))
                .distinct();
    }

    /** {@return whether two attributes are mapped by one foreign key, each the way back of the other} */
    boolean areOfOneKey(Association association, Association other) {
        Set<ColumnName> keys = foreignKeysOf(association);
        return !keys.isEmpty() && keys.equals(foreignKeysOf(other));
    }

    private Set<ColumnName> foreignKeysOf(Association association) {
        return relations.stream()
                .filter(relation -> association.equals(relation.association()))
                .map(relation -> new ColumnName(relation.table(), relation.column()))
                .collect(Collectors.toSet());
    }

    /** {@return the collections whose rows a query reads together with their owners} */
    List<Association> collectionsReadBy(ExecutedStatement query) {
        List<ColumnName> columns = SqlText.of(query.sql()).resultColumns();
        return relations.stream()
                .filter(relation -> isReadAsCollection(relation, columns))
                .map(KeyRelation::association)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Rows of the first table are no rows of a collection, unless a tree is read with its children. */
    private static boolean isReadAsCollection(KeyRelation relation, List<ColumnName> columns) {
        Association association = relation.association();
        if (association == null || !association.isPlural() || columns.isEmpty()) {
            return false;
        }
        ColumnName foreignKey = new ColumnName(relation.table(), relation.column());
        boolean isOfFirstTable = relation.table().equals(columns.get(0).table());
        boolean readsOwner = columns.contains(new ColumnName(relation.referencedTable(), relation.referencedColumn()));
        return readsOwner && Collections.frequency(columns, foreignKey) > (isOfFirstTable ? 1 : 0);
    }

    private Stream<Association> collections() {
        return associations().filter(Association::isPlural);
    }

    private Stream<Association> associations() {
        return relations.stream().map(KeyRelation::association).filter(Objects::nonNull);
    }

    private boolean isForeignKey(ColumnName column) {
        return relations.stream()
                .filter(relation -> !relation.isKeyItself())
                .anyMatch(relation -> column.equals(new ColumnName(relation.table(), relation.column())));
    }
}
