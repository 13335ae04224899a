package io.querybudget;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Hibernate made of the rows of one statement.
 *
 * @param entities the entities that were read, by type; those that the session had before are not read again
 * @param page the page that was asked for, or null when none was or the result stayed within it
 * @param product the collections that multiplied the rows, or null when none did or the rows do not add up
 */
public record Materialised(
        List<Entities> entities,
        @Nullable Page page,
        @Nullable Product product) {

    /** Nothing, as for plain JDBC. */
    public static final Materialised NOTHING = new Materialised(List.of(), null, null);

    /** Copies the collection. */
    public Materialised {
        entities = List.copyOf(entities);
    }

    /** {@return how many entities were read} */
    public int count() {
        return entities.stream().mapToInt(Entities::count).sum();
    }

    /**
     * The entities of one type, subtypes included.
     *
     * @param entityName the name of the hierarchy's root
     * @param count how many
     * @param columns the columns that were read for each, the most when subtypes differ
     * @param large how many of them came with a large object that is not empty
     */
    public record Entities(String entityName, int count, int columns, int large) {}

    /**
     * A page that a query was asked for, while more than that was read.
     *
     * @param first how many results were to be skipped
     * @param size the most results that were wanted, 0 when only some were to be skipped
     * @param roots how many results were read
     * @param collections the collections that were fetched with them
     */
    public record Page(int first, int size, int roots, List<Association> collections) {
        /** Copies the collection. */
        public Page {
            collections = List.copyOf(collections);
        }
    }

    /**
     * Collections of the same owners, fetched together, whose sizes account for each row that was read.
     *
     * @param ownerName the entity that owns them
     * @param owners for how many of them the rows multiplied
     * @param factors the collections
     * @param rowsApart how many rows one query per collection would read
     */
    public record Product(String ownerName, int owners, List<Factor> factors, long rowsApart) {
        /** Copies the collection. */
        public Product {
            factors = List.copyOf(factors);
        }
    }

    /**
     * One of the collections of a product.
     *
     * @param collection the collection
     * @param most the most rows that it stands for at one owner
     */
    public record Factor(Association collection, long most) {}
}
