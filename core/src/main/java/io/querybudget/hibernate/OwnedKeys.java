package io.querybudget.hibernate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.OneToMany;
import org.hibernate.mapping.PersistentClass;

/**
 * The collections that write the foreign key of their elements by updates, after the elements were inserted.
 *
 * @param elementsByRole the entity that each of them holds
 * @param elements those entities and their subtypes
 */
record OwnedKeys(Map<String, String> elementsByRole, Set<String> elements) {

    static OwnedKeys of(Metadata metadata) {
        Map<String, String> elementsByRole = new HashMap<>();
        Set<String> elements = new HashSet<>();
        for (Collection collection : metadata.getCollectionBindings()) {
            boolean isOwner = collection.isOneToMany()
                    && !collection.isInverse()
                    && collection.getKey().isUpdateable();
            if (isOwner && collection.getElement() instanceof OneToMany element) {
                PersistentClass entity = element.getAssociatedClass();
                elementsByRole.put(collection.getRole(), entity.getEntityName());
                elements.add(entity.getEntityName());
                entity.getSubclasses().forEach(subtype -> elements.add(subtype.getEntityName()));
            }
        }
        return new OwnedKeys(Map.copyOf(elementsByRole), Set.copyOf(elements));
    }

    /** {@return whether a collection writes the foreign key of its elements by updates} */
    boolean isOwner(String role) {
        return elementsByRole.containsKey(role);
    }

    /** {@return whether a collection may write a foreign key of an entity of a type} */
    boolean isElement(String entityName) {
        return elements.contains(entityName);
    }
}
