package io.querybudget;

import java.util.OptionalLong;

/** What to change so that a finding goes away; the report turns it into a sentence. */
public sealed interface Fix permits FetchFix, LookUpFix, ReadFix, WriteFix, SessionFix, ConnectionFix, Fix.None {

    /** The number of rows that batches should have. */
    int BATCH_SIZE = 50;

    /** {@return how many of the finding's statements are left then; empty when that is not certain} */
    default OptionalLong left() {
        return OptionalLong.empty();
    }

    /** Nothing has to change. */
    record None() implements Fix {}
}
