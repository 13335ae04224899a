package io.querybudget;

import org.jspecify.annotations.Nullable;

/**
 * The query to change.
 *
 * @param repositoryMethod the Spring Data method that runs it, as {@code OrderRepository.findOpen}, or null
 * @param callSite the application line that runs it, or null when no frame of the application was on the stack
 * @param isInherited whether the repository inherits that method instead of declaring it
 */
public record FixLocation(
        @Nullable String repositoryMethod, @Nullable CallSite callSite, boolean isInherited) {

    /** Creates the place of a query that is not in an inherited method. */
    public FixLocation(@Nullable String repositoryMethod, @Nullable CallSite callSite) {
        this(repositoryMethod, callSite, false);
    }

    /** {@return where a statement is to be changed} */
    public static FixLocation of(ExecutedStatement statement) {
        return new FixLocation(
                statement.repositoryMethod(),
                statement.origin().orElse(null),
                statement.execution().isMethodInherited());
    }

    /** {@return the repository method, else the line, else {@code "the query"}} */
    @Override
    public String toString() {
        if (repositoryMethod != null) {
            return repositoryMethod;
        }
        return callSite == null ? "the query" : callSite.toString();
    }
}
