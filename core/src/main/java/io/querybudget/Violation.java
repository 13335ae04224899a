package io.querybudget;

/**
 * One limit that a unit of work did not keep.
 *
 * @param measure what was limited
 * @param limit the number that was allowed, or expected
 * @param isExact whether exactly that number was expected
 * @param actual the number that was measured
 */
public record Violation(Measure measure, long limit, boolean isExact, long actual) {}
