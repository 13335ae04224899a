package io.querybudget.jdbc;

import java.sql.SQLException;
import java.sql.Wrapper;

/** Answers {@link Wrapper} for an observed object: by itself, else by its target, else by what its target wraps. */
final class Unwrapping {

    private Unwrapping() {}

    static <T> T unwrap(Wrapper observed, Wrapper target, Class<T> type) throws SQLException {
        if (type.isInstance(observed)) {
            return type.cast(observed);
        }
        return type.isInstance(target) ? type.cast(target) : target.unwrap(type);
    }

    static boolean isWrapperFor(Wrapper observed, Wrapper target, Class<?> type) throws SQLException {
        return type.isInstance(observed) || type.isInstance(target) || target.isWrapperFor(type);
    }
}
