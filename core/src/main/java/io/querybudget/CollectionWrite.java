package io.querybudget;

/**
 * A collection of which a flush wrote rows that it need not have written.
 *
 * @param flush the {@link Cause.Flush#number} of the flush
 * @param since what ran before has a smaller {@link ExecutedStatement#id}
 * @param collection the collection
 * @param elementName the entity that it holds, or the empty string when it holds values
 * @param table the table that holds its rows, as {@link ExecutedStatement.Tables} names it
 * @param reason why they were written
 * @param rows how many rows were written without need
 * @param changes how many rows a statement for each row that changed would write
 */
public record CollectionWrite(
        long flush,
        long since,
        Association collection,
        String elementName,
        String table,
        Reason reason,
        int rows,
        int changes) {

    /** Why rows are written without need. */
    public enum Reason {
        /** A bag has no key for its rows, so all are deleted and inserted again. */
        BAG,
        /** The application put another collection in the place of the one that was loaded. */
        REPLACED,
        /** It did so with a bag. */
        REPLACED_BAG,
        /** Elements of columns that may be null cannot be told apart, so all are deleted and inserted again. */
        NULLABLE_ELEMENTS,
        /** The collection owns the foreign key, and writes it to rows that were inserted without it, or with it. */
        OWNED_KEY;

        /** {@return whether rows that were there before are deleted and inserted again} */
        public boolean isRecreation() {
            return this != OWNED_KEY;
        }
    }
}
