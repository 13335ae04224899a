package io.querybudget;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Look up the rows of many keys at once, or none. */
public sealed interface LookUpFix extends Fix {

    /**
     * Load the entities of all keys by one statement.
     *
     * @param entityName what queries call the entity that was loaded one by one
     * @param areReferences whether no more than the keys were used, as far as can be seen
     * @param graph the attributes that came with each by an entity graph, empty without one
     */
    record FindAllById(String entityName, boolean areReferences, List<String> graph) implements LookUpFix {

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
     * Load the entities of all natural ids by one statement.
     *
     * @param entityName what queries call the entity that was loaded one by one
     */
    record FindAllByNaturalId(String entityName) implements LookUpFix {
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
    record TellNew(String entityName) implements LookUpFix {
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
    record LoadBeforeMerge(String entityName) implements LookUpFix {
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
    record DeleteByIds(String entityName) implements LookUpFix {}

    /**
     * Read and lock the rows of all keys by one query.
     *
     * @param entityName what queries call the entity that was locked one by one, or the empty string when that is not certain
     */
    record LockTogether(String entityName) implements LookUpFix {
        @Override
        public OptionalLong left() {
            return OptionalLong.of(1);
        }
    }

    /** Read all rows again by one query, instead of one refresh each. */
    record ReadAgainTogether() implements LookUpFix {
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
    record CacheEntities(String entityName) implements LookUpFix {}

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
            @Nullable String text) implements LookUpFix {

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
    record WalkByLevels() implements LookUpFix {}

    /**
     * Ask once and keep the answer.
     *
     * @param answer what it is
     */
    record AskOnce(Answer answer) implements LookUpFix {

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
     * Refer to an entity without loading it.
     *
     * @param entityName what queries call the entity
     */
    record ReferToId(String entityName) implements LookUpFix {}
}
