package io.querybudget;

import org.jspecify.annotations.Nullable;

/**
 * The query to change.
 *
 * @param repositoryMethod the Spring Data method that runs it, as {@code OrderRepository.findOpen}, or null
 * @param callSite the application line that runs it, or null when no frame of the application was on the stack
 */
public record FixLocation(
        @Nullable String repositoryMethod, @Nullable CallSite callSite) {

    /** {@return the repository method, else the line, else {@code "the query"}} */
    @Override
    public String toString() {
        if (repositoryMethod != null) {
            return repositoryMethod;
        }
        return callSite == null ? "the query" : callSite.toString();
    }
}
