package io.querybudget;

import java.util.List;

/** Let a query read less. */
public sealed interface ReadFix extends Fix {

    /** Read fewer rows: a page, a condition, or an aggregate. */
    record ReadFewerRows() implements ReadFix {}

    /**
     * Fetch one of several collections with the query, and the others on their own.
     *
     * @param collections the collections, of which the first one stays with the query
     */
    record FetchApart(List<Association> collections) implements ReadFix {}

    /**
     * Let the database page: the keys first, or the entities without their collections.
     *
     * @param collections the collections that keep it from doing so, empty when the query was told to page in memory
     */
    record PageInDatabase(List<Association> collections) implements ReadFix {}

    /**
     * Read only the columns that are used.
     *
     * @param entityName the entity that is read with all its columns
     * @param hasLargeObjects whether large objects are among them
     */
    record ReadFewerColumns(String entityName, boolean hasLargeObjects) implements ReadFix {}
}
