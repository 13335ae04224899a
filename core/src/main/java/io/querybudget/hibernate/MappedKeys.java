package io.querybudget.hibernate;

import io.querybudget.Association;
import io.querybudget.KeyRelation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.FetchTiming;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Constraint;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.mapping.ForeignKeyDescriptor;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.metamodel.mapping.SelectableMappings;
import org.hibernate.metamodel.mapping.internal.EmbeddedCollectionPart;
import org.hibernate.metamodel.mapping.internal.ManyToManyCollectionPart;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.jspecify.annotations.Nullable;

/** Reads the foreign keys of a mapping. */
final class MappedKeys {

    private MappedKeys() {}

    /** {@return the foreign keys of all to-one attributes and collections, those in join tables included} */
    static List<KeyRelation> of(SessionFactoryImplementor factory, EntityAttributes attributes) {
        List<KeyRelation> relations = new ArrayList<>();
        factory.getMappingMetamodel()
                .forEachEntityDescriptor(entity -> attributes.toOnes(entity).stream()
                        .filter(toOne -> toOne.inverseProperty() == null)
                        .forEach(toOne ->
                                toOne.mapping().ifPresent(mapping -> add(relations, mapping, toOne.association()))));
        factory.getMappingMetamodel().forEachCollectionDescriptor(collection -> {
            PluralAttributeMapping mapping = collection.getAttributeMapping();
            Association association = attributes.collection(collection);
            add(relations, mapping.getKeyDescriptor(), association);
            if (mapping.getElementDescriptor() instanceof ManyToManyCollectionPart elements) {
                add(relations, elements.getForeignKeyDescriptor(), null);
            }
            if (mapping.getElementDescriptor() instanceof EmbeddedCollectionPart elements) {
                elements.getEmbeddableTypeDescriptor().forEachAttributeMapping(attribute -> {
                    if (attribute instanceof ToOneAttributeMapping toOne) {
                        add(relations, toOne, inElement(association, toOne));
                    }
                });
            }
        });
        return relations;
    }

    /** {@return the primary keys of one column and the columns of unique keys, each as a key of itself} */
    static List<KeyRelation> unique(Metadata metadata) {
        List<KeyRelation> relations = new ArrayList<>();
        for (Table table : metadata.collectTableMappings()) {
            Stream<Constraint> constraints =
                    Stream.concat(Stream.ofNullable(table.getPrimaryKey()), table.getUniqueKeys().values().stream());
            Stream.concat(
                            table.getColumns().stream().filter(Column::isUnique),
                            constraints
                                    .filter(key -> key instanceof UniqueKey || key.getColumnSpan() == 1)
                                    .flatMap(key -> key.getColumns().stream()))
                    .map(column -> name(column.getName()))
                    .forEach(column -> relations.add(
                            new KeyRelation(name(table.getName()), column, name(table.getName()), column, null)));
        }
        return relations;
    }

    private static Association inElement(Association collection, ToOneAttributeMapping toOne) {
        return new Association(
                collection.entityName(),
                collection.entity(),
                collection.path() + "." + toOne.getAttributeName(),
                Association.Kind.TO_ONE,
                toOne.getMappedFetchOptions().getTiming() == FetchTiming.IMMEDIATE,
                toOne.getAssociatedEntityMappingType().getEntityName());
    }

    private static void add(List<KeyRelation> relations, ToOneAttributeMapping toOne, Association association) {
        ForeignKeyDescriptor foreignKey = toOne.getForeignKeyDescriptor();
        add(relations, foreignKey, association);
        if (foreignKey.getJdbcTypeCount() == 1) {
            SelectableMapping key = ((SelectableMappings) foreignKey.getKeyPart()).getSelectable(0);
            String target = ((SelectableMappings) foreignKey.getTargetPart())
                    .getSelectable(0)
                    .getSelectionExpression();
            for (EntityMappingType subtype :
                    toOne.getAssociatedEntityMappingType().getSubMappingTypes()) {
                String table = subtype.getIdentifierTableDetails().getTableName();
                relations.add(relation(key, name(table), name(target), association));
            }
        }
    }

    private static void add(
            List<KeyRelation> relations, ForeignKeyDescriptor foreignKey, @Nullable Association association) {
        SelectableMappings keys = foreignKey.getKeyPart();
        SelectableMappings targets = foreignKey.getTargetPart();
        for (int i = 0; i < keys.getJdbcTypeCount(); i++) {
            SelectableMapping target = targets.getSelectable(i);
            relations.add(relation(
                    keys.getSelectable(i),
                    name(target.getContainingTableExpression()),
                    name(target.getSelectionExpression()),
                    association));
        }
    }

    private static KeyRelation relation(
            SelectableMapping key, String table, String column, @Nullable Association association) {
        return new KeyRelation(
                name(key.getContainingTableExpression()),
                name(key.getSelectionExpression()),
                table,
                column,
                association);
    }

    /** {@return a name as {@link io.querybudget.sql.ColumnName} writes it} */
    static String name(String expression) {
        String last = expression.substring(expression.lastIndexOf('.') + 1);
        char first = last.isEmpty() ? ' ' : last.charAt(0);
        boolean isQuoted = first == '"' || first == '`' || first == '[';
        return isQuoted ? last.substring(1, last.length() - 1) : last.toLowerCase(Locale.ROOT);
    }
}
