package io.querybudget.hibernate;

import java.sql.Blob;
import java.sql.Clob;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.bytecode.enhance.spi.LazyPropertyInitializer;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * How much is read of an entity type when one of its entities is.
 *
 * @param columns all mapped columns, the key included, but not those that are loaded on first access
 * @param largeObjects the positions of large objects in an entity's state
 */
record EntityWidth(int columns, List<Integer> largeObjects) {

    static EntityWidth of(EntityPersister persister) {
        List<Integer> largeObjects = new ArrayList<>();
        int[] columns = {persister.getIdentifierMapping().getJdbcTypeCount()};
        boolean[] lazy = persister.getPropertyLaziness();
        persister.forEachAttributeMapping(attribute -> {
            int position = attribute.getStateArrayPosition();
            columns[0] += lazy[position] ? 0 : attribute.getJdbcTypeCount();
            if (isLarge(attribute)) {
                largeObjects.add(position);
            }
        });
        return new EntityWidth(columns[0], List.copyOf(largeObjects));
    }

    private static boolean isLarge(AttributeMapping attribute) {
        return attribute instanceof BasicValuedModelPart basic
                && basic.getJdbcMapping().getJdbcType().isLobOrLong();
    }

    /** {@return whether a large object was read: it is not null, and neither left for later nor a locator} */
    boolean hasLargeObject(@Nullable Object @Nullable [] state) {
        if (largeObjects.isEmpty() || state == null) {
            return false;
        }
        for (int position : largeObjects) {
            Object value = state[position];
            boolean isRead = value != null
                    && value != LazyPropertyInitializer.UNFETCHED_PROPERTY
                    && !(value instanceof Blob)
                    && !(value instanceof Clob);
            if (isRead) {
                return true;
            }
        }
        return false;
    }
}
