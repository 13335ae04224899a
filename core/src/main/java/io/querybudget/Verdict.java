package io.querybudget;

/** How sure a finding is, and so what follows from it. */
public enum Verdict {
    /** Exact evidence; fails a test. */
    PROVEN,
    /** Strong evidence, or a measured fact that need not be a defect; a warning. */
    LIKELY,
    /** Worth knowing; shown in reports only. */
    INFO
}
