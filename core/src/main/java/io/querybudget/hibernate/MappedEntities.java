package io.querybudget.hibernate;

import io.querybudget.Association;
import io.querybudget.MappedEntity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Table;

/** Reads the entity types of a mapping. */
final class MappedEntities {

    private MappedEntities() {}

    static List<MappedEntity> of(Metadata metadata) {
        List<MappedEntity> entities = new ArrayList<>();
        for (PersistentClass entity : metadata.getEntityBindings()) {
            Set<String> roles = metadata.getCollectionBindings().stream()
                    .filter(collection -> collection.getOwner() == entity)
                    .map(Collection::getRole)
                    .collect(Collectors.toSet());
            entities.add(new MappedEntity(
                    entity.getEntityName(),
                    queryName(entity),
                    types(entity),
                    tables(entity),
                    roles,
                    naturalId(entity)));
        }
        return entities;
    }

    private static String queryName(PersistentClass entity) {
        String name = entity.getJpaEntityName();
        return name == null ? Association.simpleName(entity.getEntityName()) : name;
    }

    private static Set<String> types(PersistentClass entity) {
        Set<String> types = new HashSet<>();
        if (entity.hasPojoRepresentation()) {
            for (Class<?> type = entity.getMappedClass(); type != null; type = type.getSuperclass()) {
                addWithInterfaces(type, types);
            }
        }
        types.add(entity.getEntityName());
        return types;
    }

    private static void addWithInterfaces(Class<?> type, Set<String> types) {
        types.add(type.getName());
        for (Class<?> parent : type.getInterfaces()) {
            addWithInterfaces(parent, types);
        }
    }

    /** {@return the tables of an entity; a view that is defined by a query reads those that it synchronises with} */
    private static Set<String> tables(PersistentClass entity) {
        Stream<Table> own = Stream.concat(
                Stream.of(entity.getTable()), entity.getJoins().stream().map(Join::getTable));
        return Stream.concat(
                        own.filter(Table::isPhysicalTable).map(Table::getName), entity.getSynchronizedTables().stream())
                .collect(Collectors.toSet());
    }

    /** {@return the columns of the natural id, which the root of a hierarchy has if any entity of it has one} */
    private static Set<String> naturalId(PersistentClass entity) {
        return entity.getProperties().stream()
                .filter(Property::isNaturalIdentifier)
                .flatMap(property -> property.getColumns().stream())
                .map(column -> MappedKeys.name(column.getQuotedName()))
                .collect(Collectors.toSet());
    }
}
