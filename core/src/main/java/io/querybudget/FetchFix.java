package io.querybudget;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fetch an association with its owners, or for many of them at once, instead of for each owner. */
public sealed interface FetchFix extends Fix {

    /**
     * Fetch the last of the attributes, and those on the way to it, with the query that loads their owner.
     *
     * @param path the attributes, each declared by the entity that the one before leads to
     * @param start where the path begins, or null when the query selects from another entity
     * @param eager the paths of what the mapping loads with the entities at the end of the path: a join brings them
     *     without that, so that it would follow row by row
     * @param subtypes what queries call the entities that have those of the attributes which not all entities have where
     *     the path meets them, but a subtype only
     * @param isCriteria whether the criteria API builds the query, so that it has no text in which joins could stand
     */
    record FetchWithQuery(
            List<Association> path,
            @Nullable Start start,
            List<List<Association>> eager,
            Map<Association, String> subtypes,
            boolean isCriteria)
            implements FetchFix {

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
                    .map(each -> new FetchWithQuery(each, start, List.of(), subtypes, isCriteria));
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
            implements FetchFix {

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
            implements FetchFix {

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
    record FetchEach(List<Candidate> candidates) implements FetchFix {

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
    record FetchEager(Association association, FetchWithQuery fetch) implements FetchFix {
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
    record ShareKey(Association association, @Nullable FetchWithQuery fetch) implements FetchFix {
        @Override
        public OptionalLong left() {
            return OptionalLong.of(0);
        }
    }
}
