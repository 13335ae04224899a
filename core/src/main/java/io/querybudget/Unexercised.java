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
        /** The rows were of entities that the session held before the query. */
        ALREADY_MANAGED,
        /** The second-level cache had it, so no statement ran. */
        SECOND_LEVEL_CACHE,
        /** The session has held it since before the unit of work, when it was written to it; a fixture, most likely. */
        HELD_BEFORE
    }

    /** {@return whether statements are missing that would run elsewhere, so that no count can be trusted} */
    public boolean isHidden() {
        return reason == Reason.HELD_BEFORE;
    }
}
