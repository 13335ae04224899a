package io.querybudget;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is counted; each constant has the same name here, in the annotations and in {@link Limits}. */
public enum Quantity {
    /** All statements but session control and data definition. */
    STATEMENTS("statements"),
    /** Statements of kind SELECT. */
    SELECTS("selects", StatementKind.SELECT),
    /** Statements of kind INSERT. */
    INSERTS("inserts", StatementKind.INSERT),
    /** Statements of kind UPDATE. */
    UPDATES("updates", StatementKind.UPDATE),
    /** Statements of kind DELETE. */
    DELETES("deletes", StatementKind.DELETE),
    /** Statements of kind MERGE. */
    MERGES("merges", StatementKind.MERGE),
    /** Statements of kind CALL. */
    CALLS("calls", StatementKind.CALL),
    /** Statements of kind OTHER: sequence calls, mixed batches, what cannot be read. */
    OTHERS("others", StatementKind.OTHER),
    /** Statements of kind DDL, which are in no total. */
    DEFINITIONS("definitions", StatementKind.DDL),
    /** Statements of kind SESSION, which are in no total. */
    SESSION_CONTROLS("sessionControls", StatementKind.SESSION),
    /** The rows of the one statement that returned most. */
    ROWS("rows"),
    /** The rows of all statements together. */
    TOTAL_ROWS("totalRows"),
    /** The size of the largest batch; a statement that is not batched is a batch of one. */
    BATCH_SIZE("batchSize"),
    /** The transactions that statements ran in; one that is committed by itself is a transaction. */
    TRANSACTIONS("transactions"),
    /** The connections that statements ran on, each as often as a data source handed it out. */
    CONNECTIONS("connections"),
    /** Entities and collections that the second-level cache had. */
    CACHE_HITS("cacheHits"),
    /** Entities and collections that the second-level cache was asked for in vain. */
    CACHE_MISSES("cacheMisses"),
    /** What Hibernate loaded, from the database or the second-level cache: entities of a type, collections of a role. */
    LOADED("loaded");

    private final String label;
    private final @Nullable StatementKind kind;

    Quantity(String label) {
        this(label, null);
    }

    Quantity(String label, @Nullable StatementKind kind) {
        this.label = label;
        this.kind = kind;
    }

    /** {@return the name as users write it, such as {@code selects}} */
    public String label() {
        return label;
    }

    /** {@return the only kind of statement that is counted; empty when all are or none is} */
    public Optional<StatementKind> kind() {
        return Optional.ofNullable(kind);
    }

    /** {@return whether statements are counted: all, or those of one kind} */
    public boolean isOfStatements() {
        return this == STATEMENTS || kind != null;
    }

    /** {@return whether Hibernate tells it, and not the statements} */
    public boolean isOfLoads() {
        return !isOfDataSource();
    }

    /** {@return whether it is known per data source} */
    public boolean isOfDataSource() {
        return compareTo(CONNECTIONS) <= 0;
    }
}
