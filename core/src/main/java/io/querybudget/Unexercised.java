package io.querybudget;

/**
 * Something that a unit of work touched in a way that could not have shown an N+1, so that finding none proves nothing.
 *
 * @param subject the role, entity or query
 * @param reason why it was not exercised
 * @param count how often
 */
public record Unexercised(String subject, Reason reason, int count) {

    /** Why something was not exercised. */
    public enum Reason {
        /** The association was loaded for a single owner. */
        ONE_OWNER,
        /** The rows were of entities that the session had loaded before. */
        ALREADY_MANAGED,
        /** The second-level cache had it, so no statement ran. */
        SECOND_LEVEL_CACHE
    }
}
