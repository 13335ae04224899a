package io.querybudget.report;

import io.querybudget.FixLocation;
import org.jspecify.annotations.Nullable;

/** Names the query to change. */
final class Places {

    private Places() {}

    static String query(@Nullable FixLocation location) {
        boolean isKnown = location != null && (location.repositoryMethod() != null || location.callSite() != null);
        return isKnown ? "the query at " + location : of(location);
    }

    static String of(@Nullable FixLocation location) {
        return location == null ? "the query that ran before" : location.toString();
    }
}
