package io.querybudget;

import java.util.List;

/** What to change so that a finding goes away; the report turns it into a sentence. */
public sealed interface Fix {

    /**
     * Fetch the attributes with the query that loads their owner.
     *
     * @param rootEntity the entity the query returns
     * @param paths the attribute paths from that entity
     */
    record FetchWithQuery(String rootEntity, List<String> paths) implements Fix {}

    /**
     * Load the association for many owners at once, because fetching it with the query would multiply or unpage rows.
     *
     * @param association the association
     * @param reason why the query cannot fetch it
     */
    record FetchInBatches(Association association, Reason reason) implements Fix {

        /** Why the query itself cannot fetch an association. */
        public enum Reason {
            /** The query already fetches, or should fetch, another collection. */
            SECOND_COLLECTION,
            /** The query asks for a page of rows. */
            PAGED,
            /** The query is not known, or is a load by identifier. */
            NO_QUERY
        }
    }

    /**
     * Map the association as lazy and fetch it with the queries that need it.
     *
     * @param association the association, mapped as eager today
     */
    record MapLazy(Association association) implements Fix {}

    /**
     * Give the inverse side of a one-to-one a form that needs no look-up.
     *
     * @param association the inverse side
     */
    record ShareKey(Association association) implements Fix {}

    /**
     * Load the entities of all keys by one statement.
     *
     * @param entityName the entity that was loaded one by one
     */
    record FindAllById(String entityName) implements Fix {}

    /**
     * Let Hibernate know that the entities are new, so that it need not look for them before it inserts them.
     *
     * @param entityName the entity that was looked for
     */
    record TellNew(String entityName) implements Fix {}

    /** Ask for all keys by one query, with {@code in}. */
    record QueryForAllKeys() implements Fix {}

    /** Ask once and keep the answer. */
    record AskOnce() implements Fix {}

    /**
     * Send writes of one kind together.
     *
     * @param byHibernate whether Hibernate sent them, not the application over JDBC
     * @param areInterleaved whether writes of another kind stood between them
     */
    record BatchWrites(boolean byHibernate, boolean areInterleaved) implements Fix {}

    /** Read fewer rows: a page, a condition, or an aggregate. */
    record ReadFewerRows() implements Fix {}

    /** Nothing has to change. */
    record None() implements Fix {}
}
