package io.querybudget;

/** What a finding is about. */
public enum FindingKind {
    /** One statement per row of an earlier result. */
    N_PLUS_ONE,
    /** One statement returned very many rows. */
    OVERSIZED_RESULT,
    /** One statement fetched several collections of the same owners, so that their rows multiplied. */
    CARTESIAN_PRODUCT,
    /** More was read than the page that a query was asked for. */
    IN_MEMORY_PAGINATION,
    /** Large objects or very many columns of entities that were not modified. */
    WIDE_READ,
    /** The same statement with the same parameters, more than once. */
    DUPLICATE,
    /** Writes of one kind that were sent one by one. */
    UNBATCHED_WRITES,
    /** The rows of a collection, deleted and inserted again although they stayed the same. */
    RECREATED_COLLECTION,
    /** Rows whose foreign key was written by an update right after their insert. */
    UPDATE_AFTER_INSERT,
    /** Entities that a query loaded, all of which were then deleted one by one. */
    LOADED_TO_DELETE,
    /** Entities that were loaded by their identifiers, and of which only the key was written. */
    LOADED_FOR_ID,
    /** A session whose flushes wrote more and more entities, and kept them all. */
    GROWING_SESSION,
    /** Queries before each of which very many entities were compared with what was loaded, to find no change. */
    DIRTY_CHECKS,
    /** Very many entities that were kept for changes, of which there was none. */
    READ_ONLY_USE,
    /** Each statement's key came from the row before: a walk along a list. */
    CHAIN,
    /** An association whose rows were loaded for several owners at once. */
    BATCHED,
    /** A connection that was open at the end of the unit of work that opened it. */
    UNCLOSED_CONNECTION,
    /** A second connection of one pool, taken by a thread that held one already. */
    NESTED_CONNECTION,
    /** A connection that was held for long while nothing ran. */
    IDLE_CONNECTION,
    /** Several writes, each in a transaction of its own. */
    SEPARATE_COMMITS,
    /** Several reads of one method, each outside any transaction and on a connection of its own. */
    SEPARATE_READS,
    /** Statements that ran while the answer was serialized or rendered. */
    SQL_IN_VIEW
}
