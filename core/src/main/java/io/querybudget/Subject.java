package io.querybudget;

/** What statements or loads have to be about to be counted. */
public sealed interface Subject {

    /** Everything. */
    record All() implements Subject {
        @Override
        public String toString() {
            return "";
        }
    }

    /**
     * The tables of an entity type, and of its subtypes, or the entities themselves.
     *
     * @param className an entity class, or a class or interface that entity classes extend
     */
    record EntityType(String className) implements Subject {
        @Override
        public String toString() {
            return Association.simpleName(className);
        }
    }

    /**
     * A table.
     *
     * @param name in any case, with or without its schema
     */
    record Table(String name) implements Subject {
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * The collections of a role.
     *
     * @param role in full, or without the package, as {@code Order.lines}
     */
    record Role(String role) implements Subject {
        @Override
        public String toString() {
            return role;
        }
    }
}
