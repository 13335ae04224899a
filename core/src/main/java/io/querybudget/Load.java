package io.querybudget;

/**
 * Something that Hibernate loaded, or looked for in the second-level cache: an entity, or a collection of one.
 *
 * @param kind what happened
 * @param entityName the Hibernate entity name, for a collection that of its owner; empty when it is not known
 * @param path the attribute path of the collection; empty for an entity
 */
public record Load(Kind kind, String entityName, String path) {

    /** What can happen. */
    public enum Kind {
        /** An entity was made, or a collection filled, from the database or from the second-level cache. */
        LOADED,
        /** The second-level cache had it. */
        CACHE_HIT,
        /** The second-level cache was asked for it and did not have it. */
        CACHE_MISS,
        /** A stateless session executed a select; Hibernate does not tell what that loaded. */
        UNTOLD
    }

    /** {@return whether an entity was made} */
    public boolean isEntity() {
        return kind == Kind.LOADED && path.isEmpty();
    }

    /** {@return the entity name, for a collection its role in full} */
    public String subject() {
        return path.isEmpty() ? entityName : entityName + "." + path;
    }

    /** {@return the subject without the package} */
    public String simpleSubject() {
        String entity = Association.simpleName(entityName);
        return path.isEmpty() ? entity : entity + "." + path;
    }
}
