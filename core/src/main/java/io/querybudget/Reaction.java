package io.querybudget;

/** What a kind of finding leads to. */
public enum Reaction {
    /**
     * A finding fails the test when it is proven. Where a likely one states what was measured, such as many rows, and only
     * need not be a defect, it does so too.
     */
    FAIL,
    /** A finding is logged. */
    WARN,
    /** A finding is neither reported nor counted. */
    OFF
}
