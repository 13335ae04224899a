package io.querybudget;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What to change so that a finding goes away; the report turns it into a sentence. */
public sealed interface Fix {

    /** The number of rows that batches should have. */
    int BATCH_SIZE = 50;

    /** {@return how many of the finding's statements are left then; empty when that is not certain} */
    default OptionalLong left() {
        return OptionalLong.empty();
    }

    /**
     * Fetch the last of the attributes, and those on the way to it, with the query that loads their owner.
     *
     * @param path the attributes, each declared by the entity that the one before leads to
     * @param start where the path begins, or null when the query selects from another entity
     * @param eager the paths of what the mapping loads with the entities at the end of the path: a join brings them
     *     without that, so that it would follow row by row
     * @param subtypes what queries call the entities that have those of the attributes which not all entities have where
     *     the path meets them, but a subtype only
     */
    record FetchWithQuery(
            List<Association> path,
            @Nullable Start start,
            List<List<Association>> eager,
            Map<Association, String> subtypes)
            implements Fix {

        /**
         * The entity that a query selects.
         *
         * @param entityName what queries call its type
         * @param alias what the query calls it, an alias or a path; the empty string when it gives it no name
         * @param isJoined whether the query joins the entity or the first attribute of the path, so that no entity graph
         *     reaches what lies behind it
         * @param eager what the mapping loads with that entity, and an entity graph that leaves it out makes lazy
         */
        public record Start(String entityName, String alias, boolean isJoined, List<Association> eager) {

            /** Copies the list. */
            public Start {
                eager = List.copyOf(eager);
            }
        }

        /** Copies the collections. */
        public FetchWithQuery {
            path = List.copyOf(path);
            eager = List.copyOf(eager);
            subtypes = Map.copyOf(subtypes);
        }

        /** {@return this path and those of what is eager, each as a fetch of its own} */
        public Stream<FetchWithQuery> each() {
            return Stream.concat(Stream.of(path), eager.stream())
                    .map(each -> new FetchWithQuery(each, start, List.of(), subtypes));
        }

        @Override
        public OptionalLong left() {
            return OptionalLong.of(0);
        }
    }

    /**
     * Load the association for many owners at once, because the query cannot fetch it, or not without harm.
     *
     * @param association the association
     * @param reason why the query cannot fetch it
     * @param isStreamed whether the owners are read row by row, so that they come too late for a batch
     * @param left how many of the finding's statements are left then
     */
    record FetchInBatches(Association association, Reason reason, boolean isStreamed, OptionalLong left)
            implements Fix {

        /** Why the query itself cannot fetch an association. */
        public enum Reason {
            /** The query already fetches, or should fetch, another collection. */
            SECOND_COLLECTION,
            /** The query asks for a page of rows. */
            PAGED,
            /** The query is native SQL. */
            NATIVE_SQL,
            /** The attribute refers to entities of any type. */
            ANY_TYPE,
            /** The mapping loads more with the entity, and more with that, in a circle. */
            EAGER_CIRCLE,
            /** The owners are found one level of a tree after the other, of which a query fetches the first. */
            TREE,
            /** The owners were loaded by their identifiers. */
            NO_QUERY,
            /** It is not known what loaded the owners. */
            UNKNOWN_QUERY
        }
    }

    /**
     * Load the association for all owners before the first of them needs it, because no batch holds several owners then.
     *
     * @param association the association
     * @param entityName what queries call the entity that declares it
     * @param reason why the query that loads the owners cannot fetch it
     * @param obstacle why no batch holds several owners
     * @param left how many of the finding's statements are left then
     */
    record LoadBeforehand(
            Association association,
            String entityName,
            FetchInBatches.Reason reason,
            Obstacle obstacle,
            OptionalLong left)
            implements Fix {

        /** Why no batch holds several owners, whatever its size. */
        public enum Obstacle {
            /** The session flushed after it had loaded the owners, and forgot what it could load in batches. */
            FLUSH,
            /** The association has a batch size, and the owners are read row by row. */
            STREAM,
            /** The association has a batch size, and the session held one owner only when it was loaded. */
            SINGLE_OWNERS
        }
    }

    /**
     * Fetch each of the attributes that the evidence fits, because it cannot be told which of them was read.
     *
     * @param candidates the attributes, at least two
     */
    record FetchEach(List<Candidate> candidates) implements Fix {

        /**
         * One of the attributes.
         *
         * @param fetch how the query that loads its owner fetches it
         * @param location that query
         */
        public record Candidate(FetchWithQuery fetch, FixLocation location) {}

        /** Copies the list. */
        public FetchEach {
            candidates = List.copyOf(candidates);
        }

        @Override
        public OptionalLong left() {
            return OptionalLong.of(0);
        }
    }

    /**
     * Fetch with the query what the mapping would load after it; or map it as lazy, where nothing reads it.
     *
     * @param association the association, mapped as eager today
     * @param fetch how the query fetches it
     */
    record FetchEager(Association association, FetchWithQuery fetch) implements Fix {
        @Override
        public OptionalLong left() {
            return fetch.left();
        }
    }

    /**
     * Fetch the inverse side of a one-to-one, or give it a form that needs no look-up.
     *
     * @param association the inverse side
     * @param fetch how the query fetches it, or null when no query can
     */
    record ShareKey(Association association, @Nullable FetchWithQuery fetch) implements Fix {
        @Override
        public OptionalLong left() {
            return OptionalLong.of(0);
        }
    }

    /**
     * Load the entities of all keys by one statement.
     *
     * @param entityName what queries call the entity that was loaded one by one
     * @param areReferences whether no more than the keys were used, as far as can be seen
     * @param graph the attributes that came with each by an entity graph, empty without one
     */
    record FindAllById(String entityName, boolean areReferences, List<String> graph) implements Fix {

        /** Copies the list. */
        public FindAllById {
            graph = List.copyOf(graph);
        }

        @Override
        public OptionalLong left() {
            return OptionalLong.of(1);
        }
    }

    /**
     * Let Hibernate know that the entities are new, so that it need not look for them before it inserts them.
     *
     * @param entityName what queries call the entity that was looked for
     */
    record TellNew(String entityName) implements Fix {
        @Override
        public OptionalLong left() {
            return OptionalLong.of(0);
        }
    }

    /**
     * Load the entities of all keys by one statement before the detached ones are merged.
     *
     * @param entityName what queries call the entity that was merged
     */
    record LoadBeforeMerge(String entityName) implements Fix {
        @Override
        public OptionalLong left() {
            return OptionalLong.of(1);
        }
    }

    /**
     * Delete by keys, without loading what is deleted.
     *
     * @param entityName what queries call the entity that was loaded, one by one, to be deleted
     */
    record DeleteByIds(String entityName) implements Fix {}

    /**
     * Read and lock the rows of all keys by one query.
     *
     * @param entityName what queries call the entity that was locked one by one, or the empty string when that is not certain
     */
    record LockTogether(String entityName) implements Fix {
        @Override
        public OptionalLong left() {
            return OptionalLong.of(1);
        }
    }

    /** Read all rows again by one query, instead of one refresh each. */
    record ReadAgainTogether() implements Fix {
        @Override
        public OptionalLong left() {
            return OptionalLong.of(1);
        }
    }

    /**
     * Cache the entities as well, since the query cache holds only their identifiers.
     *
     * @param entityName what queries call the entity that was read for each cached identifier
     */
    record CacheEntities(String entityName) implements Fix {}

    /**
     * Ask for all keys by one statement.
     *
     * @param form what was asked for each key
     * @param table the table of the keys, or the empty string when that is not certain
     * @param column the column that is compared with the keys
     * @param text that statement, or null when it cannot be told from the one for a single key
     */
    record QueryForAllKeys(
            Form form,
            String table,
            String column,
            @Nullable String text) implements Fix {

        /** What was asked for each key. */
        public enum Form {
            /** The rows that have the key. */
            ROWS,
            /** A number, such as the count of the rows. */
            AGGREGATE,
            /** The first rows, as far as a limit goes. */
            FIRST_ROWS,
            /** Whether there is a row: the first one, of which no more is read than its identifier. */
            EXISTENCE,
            /** The rows that fit several values: keys of several columns, or the bounds of a range. */
            FITTING_ROWS,
            /** To change or delete the rows. */
            WRITE
        }

        @Override
        public OptionalLong left() {
            return OptionalLong.of(1);
        }
    }

    /** Ask for all keys of one level of a tree by one query. */
    record WalkByLevels() implements Fix {}

    /**
     * Ask once and keep the answer.
     *
     * @param answer what it is
     */
    record AskOnce(Answer answer) implements Fix {

        /** What was asked for again. */
        public enum Answer {
            /** The result of a query, which Hibernate does not keep. */
            RESULT,
            /** The number of all rows, which Spring Data counts for each {@code Page} of them. */
            PAGE_COUNT,
            /** Entities that the session held already when a query asked for them again. */
            MANAGED_ENTITIES,
            /** An entity that does not exist, which a session does not remember. */
            ABSENCE,
            /** An entity or a collection that a session had, and no longer holds. */
            FORGOTTEN
        }

        @Override
        public OptionalLong left() {
            return OptionalLong.of(answer == Answer.PAGE_COUNT ? 0 : 1);
        }
    }

    /**
     * Send writes of one kind together.
     *
     * @param hindrance why they were sent one by one
     */
    record BatchWrites(Hindrance hindrance) implements Fix {

        /** Why writes were not batched. */
        public enum Hindrance {
            /** The application sends each over JDBC. */
            PLAIN_JDBC,
            /** Each has a transaction of its own. */
            TRANSACTION_EACH,
            /** The database generates the identifiers, so that each insert is sent at once. */
            IDENTITY,
            /** The application flushes after each. */
            FLUSH_EACH,
            /** A query after each makes Hibernate flush. */
            QUERY_AFTER_EACH,
            /** Writes of another kind stand between them. */
            INTERLEAVED,
            /** Deletes of other rows stand between them, and Hibernate does not order deletes. */
            INTERLEAVED_DELETES,
            /** Hibernate has no batch size. */
            NO_BATCH_SIZE
        }
    }

    /**
     * Let a flush write only those rows of a collection that change.
     *
     * @param collection the collection
     * @param reason why it writes all of them
     * @param left how many of the finding's statements are left then
     */
    record WriteChangedRows(Association collection, CollectionWrite.Reason reason, OptionalLong left) implements Fix {}

    /**
     * Write the foreign key with the insert of the row.
     *
     * @param collection the collection that owns the foreign key
     * @param elementName the entity whose table holds it
     */
    record InsertForeignKey(Association collection, String elementName) implements Fix {
        @Override
        public OptionalLong left() {
            return OptionalLong.of(0);
        }
    }

    /**
     * Delete by a query what a query loaded.
     *
     * @param entityName the entity that was loaded
     */
    record DeleteByQuery(String entityName) implements Fix {
        @Override
        public OptionalLong left() {
            return OptionalLong.of(0); // the statement that loads becomes the one that deletes
        }
    }

    /**
     * Refer to an entity without loading it.
     *
     * @param entityName what queries call the entity
     */
    record ReferToId(String entityName) implements Fix {}

    /**
     * Let a session forget what it has written.
     *
     * @param compared what its largest flush compared
     */
    record ClearSession(ManagedEntities compared) implements Fix {}

    /**
     * Let queries not flush.
     *
     * @param queries how many did
     * @param comparisons how many entities were compared for them, in total
     * @param compared what was compared for the query that cost most
     */
    record FlushLess(int queries, long comparisons, ManagedEntities compared) implements Fix {}

    /**
     * Load entities only to be read.
     *
     * @param compared what was compared at the flush
     */
    record LoadReadOnly(ManagedEntities compared) implements Fix {}

    /** Read fewer rows: a page, a condition, or an aggregate. */
    record ReadFewerRows() implements Fix {}

    /**
     * Fetch one of several collections with the query, and the others on their own.
     *
     * @param collections the collections, of which the first one stays with the query
     */
    record FetchApart(List<Association> collections) implements Fix {}

    /**
     * Let the database page: the keys first, or the entities without their collections.
     *
     * @param collections the collections that keep it from doing so, empty when the query was told to page in memory
     */
    record PageInDatabase(List<Association> collections) implements Fix {}

    /**
     * Read only the columns that are used.
     *
     * @param entityName the entity that is read with all its columns
     * @param hasLargeObjects whether large objects are among them
     */
    record ReadFewerColumns(String entityName, boolean hasLargeObjects) implements Fix {}

    /**
     * Close what was opened.
     *
     * @param connections how many connections were left open
     * @param areOfSessions whether sessions of Hibernate hold them
     */
    record CloseConnections(int connections, boolean areOfSessions) implements Fix {}

    /** Take the second connection when the first one is given back, or do the work of both in one transaction. */
    record TakeOneConnection() implements Fix {}

    /**
     * Do what takes long without a connection.
     *
     * @param idleNanos how long nothing ran, in nanoseconds
     */
    record ReleaseConnection(long idleNanos) implements Fix {}

    /** Write in one transaction. */
    record WriteInTransaction() implements Fix {}

    /**
     * Read in one transaction.
     *
     * @param repeated how many of the reads asked what another one of them had asked
     */
    record ReadInTransaction(int repeated) implements Fix {}

    /**
     * Load before the view is rendered what it reads.
     *
     * @param paths the attributes that the view reads, empty when none is known
     */
    record LoadBeforeView(List<String> paths) implements Fix {}

    /** Nothing has to change. */
    record None() implements Fix {}
}
