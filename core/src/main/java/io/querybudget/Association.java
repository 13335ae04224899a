package io.querybudget;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of an entity through which other rows are reached, such as {@code Order.lines}.
 *
 * @param entityName the Hibernate entity name (usually the class name) that declares the attribute
 * @param entity what texts call that entity: its class name, with as much before it as tells it from others of the mapping
 * @param path the attribute path from that entity, with dots inside embeddables: {@code address.country}
 * @param kind what the attribute leads to
 * @param eager whether the mapping asks for eager loading although it could be lazy
 * @param target the name of the entity that it refers to, or that its elements are; null for elements that are none and
 *     for entities of any type
 */
public record Association(
        String entityName,
        String entity,
        String path,
        Kind kind,
        boolean eager,
        @Nullable String target) {

    /** What an attribute leads to. */
    public enum Kind {
        /** One entity. */
        TO_ONE,
        /** One entity whose table holds the foreign key: the inverse side of a one-to-one. */
        INVERSE_TO_ONE,
        /** One entity of any type. */
        ANY,
        /** A list without an index column: two of them cannot be join-fetched by one query. */
        BAG,
        /** Any other collection, of entities or of elements. */
        COLLECTION,
        /** A collection of entities of any type. */
        ANY_COLLECTION,
        /** A basic attribute that bytecode enhancement loads on first access. */
        LAZY_ATTRIBUTE
    }

    /** Creates an attribute of an entity whose class name is the only one of its kind. */
    public Association(String entityName, String path, Kind kind, boolean eager, @Nullable String target) {
        this(entityName, simpleName(entityName), path, kind, eager, target);
    }

    /** {@return whether the attribute leads to many rows} */
    public boolean isPlural() {
        return kind == Kind.BAG || kind == Kind.COLLECTION || kind == Kind.ANY_COLLECTION;
    }

    /** {@return whether the attribute leads to entities of any type, which no query fetches} */
    public boolean isOfAnyType() {
        return kind == Kind.ANY || kind == Kind.ANY_COLLECTION;
    }

    /** {@return the role in full, such as {@code com.acme.Order.lines}} */
    public String role() {
        return entityName + "." + path;
    }

    /** {@return the role without the package, such as {@code Order.lines}; with a part of it where there are two orders} */
    public String simpleRole() {
        return entity + "." + path;
    }

    /** {@return the role without the package} */
    @Override
    public String toString() {
        return simpleRole();
    }

    /** {@return an entity's name without its package and enclosing classes or method} */
    public static String simpleName(String entityName) {
        String name = entityName.substring(entityName.lastIndexOf('.') + 1);
        String nested = name.substring(name.lastIndexOf('$') + 1);
        String local = nested.replaceFirst("^\\d+", "");
        return local.isEmpty() ? name : local;
    }

    /** {@return what queries usually call an entity or attribute of a simple name: its first letter, in lower case} */
    public static String usualAlias(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT);
    }
}
