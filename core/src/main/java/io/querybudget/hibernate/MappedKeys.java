package io.querybudget.hibernate;

import io.querybudget.Association;
import io.querybudget.KeyRelation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.ForeignKeyDescriptor;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.metamodel.mapping.SelectableMappings;

/** Reads the foreign keys of a mapping. */
final class MappedKeys {

    private MappedKeys() {}

    /** {@return the foreign keys of all to-one attributes and collections} */
    static List<KeyRelation> of(SessionFactoryImplementor factory, EntityAttributes attributes) {
        List<KeyRelation> relations = new ArrayList<>();
        factory.getMappingMetamodel()
                .forEachEntityDescriptor(entity -> attributes.toOnes(entity).stream()
                        .filter(toOne -> toOne.inverseProperty() == null)
                        .forEach(toOne -> toOne.foreignKey()
                                .ifPresent(foreignKey -> add(relations, foreignKey, toOne.association()))));
        factory.getMappingMetamodel()
                .forEachCollectionDescriptor(collection -> add(
                        relations,
                        collection.getAttributeMapping().getKeyDescriptor(),
                        attributes.collection(collection)));
        return relations;
    }

    private static void add(List<KeyRelation> relations, ForeignKeyDescriptor foreignKey, Association association) {
        SelectableMappings keys = foreignKey.getKeyPart();
        SelectableMappings targets = foreignKey.getTargetPart();
        for (int i = 0; i < keys.getJdbcTypeCount(); i++) {
            SelectableMapping key = keys.getSelectable(i);
            SelectableMapping target = targets.getSelectable(i);
            relations.add(new KeyRelation(
                    name(key.getContainingTableExpression()),
                    name(key.getSelectionExpression()),
                    name(target.getContainingTableExpression()),
                    name(target.getSelectionExpression()),
                    association));
        }
    }

    /** {@return a name as {@link io.querybudget.sql.ColumnName} writes it} */
    private static String name(String expression) {
        String last = expression.substring(expression.lastIndexOf('.') + 1);
        char first = last.isEmpty() ? ' ' : last.charAt(0);
        boolean isQuoted = first == '"' || first == '`' || first == '[';
        return isQuoted ? last.substring(1, last.length() - 1) : last.toLowerCase(Locale.ROOT);
    }
}
