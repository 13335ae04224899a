package io.querybudget;

import java.util.List;
import java.util.Optional;

/**
 * What Hibernate was doing when a statement ran.
 *
 * <p>Plain JDBC, and SQL that ran while Hibernate did nothing, has the cause {@link Unknown}.
 */
public sealed interface Cause {

    /** {@return the association that was being loaded, empty when the cause is no association or it is not known yet} */
    default Optional<Association> association() {
        return Optional.empty();
    }

    /** {@return for how many owners one such statement loads at most: 1 without batch or subselect fetching} */
    default int batchSize() {
        return 1;
    }

    /** {@return the batch size of what was loaded, also when it did not apply to this statement; 1 without} */
    default int mappedBatchSize() {
        return 1;
    }

    /** {@return whether Hibernate loaded several owners' rows at once, by batch or subselect fetching} */
    default boolean isBatched() {
        return batchSize() > 1;
    }

    /**
     * A query of the application.
     *
     * @param text HQL where there is one, else a description such as {@code [CRITERIA]}
     */
    record Query(String text) implements Cause {}

    /**
     * A collection, initialised on first access or right after its owner.
     *
     * @param collection the collection's role
     * @param batchSize how many collections of the role one statement loads at most, {@link Integer#MAX_VALUE} by a subselect
     * @param mappedBatchSize the batch size of the role, 1 without
     */
    record CollectionLoad(Association collection, int batchSize, int mappedBatchSize) implements Cause {

        /** Creates the load of a collection that has no other batch size than the one that applied. */
        public CollectionLoad(Association collection, int batchSize) {
            this(collection, batchSize, batchSize);
        }

        @Override
        public Optional<Association> association() {
            return Optional.of(collection);
        }
    }

    /**
     * One entity, loaded by its identifier or by a unique key.
     *
     * @param entityName the Hibernate entity name
     * @param reason why it was loaded
     * @param batchSize how many entities one statement loads at most, {@link Integer#MAX_VALUE} when that is not known
     * @param mappedBatchSize the batch size of the entity, 1 without
     * @param graph the attributes that an entity graph asked for with it, empty without one
     */
    record EntityLoad(String entityName, Reason reason, int batchSize, int mappedBatchSize, List<String> graph)
            implements Cause {

        /** Copies the list. */
        public EntityLoad {
            graph = List.copyOf(graph);
        }

        /** Creates the load of an entity that has no other batch size than the one that applied. */
        public EntityLoad(String entityName, Reason reason, int batchSize) {
            this(entityName, reason, batchSize, batchSize, List.of());
        }

        /** Why an entity was loaded. */
        public enum Reason {
            /** The application asked for it by its identifier. */
            FIND,
            /** A method of an uninitialised proxy was called. */
            PROXY,
            /** The mapping asks for it together with an entity that was just read. */
            EAGER,
            /** An attribute of an enhanced entity was read for the first time. */
            LAZY_ATTRIBUTE,
            /** The state of a detached entity was about to be copied on it. */
            MERGE,
            /** The application asked for its state to be read again, or for a lock. */
            REFRESH
        }
    }

    /**
     * Pending changes were written to the database.
     *
     * @param number tells one flush from another
     * @param isAutomatic whether a query made Hibernate flush
     */
    record Flush(long number, boolean isAutomatic) implements Cause {}

    /** An entity was inserted as soon as it was made persistent, because the database generates its identifier. */
    record ImmediateInsert() implements Cause {}

    /** Hibernate did nothing that it told about: plain JDBC, schema creation, an identifier generator. */
    record Unknown() implements Cause {}
}
