package io.querybudget;

import java.util.Set;

/**
 * An entity type as a mapping describes it.
 *
 * @param name the Hibernate entity name, usually the class name
 * @param queryName what queries call it, usually the class name without package
 * @param types the names of its class and of all classes and interfaces above that
 * @param tables its own tables, without schema; those of its supertypes are theirs
 * @param roles the roles of its collections, in full
 * @param naturalId the columns of its natural id, in lower case unless they are quoted; empty without one
 */
public record MappedEntity(
        String name,
        String queryName,
        Set<String> types,
        Set<String> tables,
        Set<String> roles,
        Set<String> naturalId) {

    /** Copies the sets. */
    public MappedEntity {
        types = Set.copyOf(types);
        tables = Set.copyOf(tables);
        roles = Set.copyOf(roles);
        naturalId = Set.copyOf(naturalId);
    }
}
