package io.querybudget.hibernate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.mapping.MappingType;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.jspecify.annotations.Nullable;

/**
 * Compares the rows that a collection had with those that it has; Hibernate gives both as snapshots.
 *
 * @param kept how many rows are the same
 * @param changed how many rows have to be deleted, updated or inserted
 */
record CollectionRows(int kept, int changed) {

    /** A row with its index in a list or a map, or null where rows have none. */
    private record Row(@Nullable Object index, @Nullable Object element) {}

    static CollectionRows compare(
            CollectionPersister persister,
            Serializable before,
            Serializable after,
            SharedSessionContractImplementor session) {
        List<Row> old = rows(persister, before, session);
        List<Row> now = rows(persister, after, session);
        Map<Row, Integer> counts = new HashMap<>();
        old.forEach(row -> counts.merge(row, 1, Integer::sum));
        int kept = 0;
        for (Row row : now) {
            int count = counts.getOrDefault(row, 0);
            if (count > 0) {
                counts.put(row, count - 1);
                kept++;
            }
        }
        int all = persister.hasIndex() ? indexes(old, now) : old.size() + now.size() - kept;
        return new CollectionRows(kept, all - kept);
    }

    /** {@return how many rows there are by their indexes, before or after} */
    private static int indexes(List<Row> old, List<Row> now) {
        Set<@Nullable Object> indexes = new HashSet<>();
        old.forEach(row -> indexes.add(row.index));
        now.forEach(row -> indexes.add(row.index));
        return indexes.size();
    }

    private static List<Row> rows(
            CollectionPersister persister, Serializable snapshot, SharedSessionContractImplementor session) {
        boolean isIndexed = persister.hasIndex();
        MappingType type =
                persister.getAttributeMapping().getElementDescriptor().getPartMappingType();
        List<Row> rows = new ArrayList<>();
        if (snapshot instanceof Map<?, ?> map) {
            map.forEach((index, element) -> rows.add(new Row(isIndexed ? index : null, key(type, element, session))));
        } else if (snapshot instanceof List<?> list) {
            for (Object element : list) {
                rows.add(new Row(isIndexed ? rows.size() : null, key(type, element, session)));
            }
        }
        return rows;
    }

    /** {@return what tells an element from others: its columns, and nothing that its own methods say, which may load} */
    private static @Nullable Object key(
            MappingType type, @Nullable Object element, SharedSessionContractImplementor session) {
        if (element != null && type instanceof EmbeddableMappingType embeddable) {
            return Arrays.asList(embeddable.getValues(element));
        }
        return element != null && type instanceof EntityMappingType ? identifier(element, session) : element;
    }

    private static Object identifier(Object entity, SharedSessionContractImplementor session) {
        LazyInitializer proxy = HibernateProxy.extractLazyInitializer(entity);
        if (proxy != null) {
            return proxy.getInternalIdentifier();
        }
        EntityEntry entry = session.getPersistenceContextInternal().getEntry(entity);
        Object id = entry == null ? null : entry.getId();
        return id == null ? System.identityHashCode(entity) : id;
    }
}
