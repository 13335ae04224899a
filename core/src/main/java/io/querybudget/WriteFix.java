package io.querybudget;

import java.util.OptionalLong;

/** Write the same with fewer statements. */
public sealed interface WriteFix extends Fix {

    /**
     * Send writes of one kind together.
     *
     * @param hindrance why they were sent one by one
     */
    record BatchWrites(Hindrance hindrance) implements WriteFix {

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
    record WriteChangedRows(Association collection, CollectionWrite.Reason reason, OptionalLong left)
            implements WriteFix {}

    /**
     * Write the foreign key with the insert of the row.
     *
     * @param collection the collection that owns the foreign key
     * @param elementName the entity whose table holds it
     */
    record InsertForeignKey(Association collection, String elementName) implements WriteFix {
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
    record DeleteByQuery(String entityName) implements WriteFix {
        @Override
        public OptionalLong left() {
            return OptionalLong.of(0); // the statement that loads becomes the one that deletes
        }
    }
}
