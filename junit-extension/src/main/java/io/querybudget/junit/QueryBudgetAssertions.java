package io.querybudget.junit;

import io.querybudget.recording.UnitOfWork;

/** The entry point of the assertions for AssertJ; meant for static import next to AssertJ's own. */
public final class QueryBudgetAssertions {

    private QueryBudgetAssertions() {}

    /** {@return an assertion about what a unit of work executed so far} */
    public static UnitOfWorkAssert assertThat(UnitOfWork actual) {
        return new UnitOfWorkAssert(actual);
    }
}
