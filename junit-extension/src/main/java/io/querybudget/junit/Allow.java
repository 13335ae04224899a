package io.querybudget.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A finding that does not fail a test, while it is about no more statements than it was. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Allow {

    /** {@return its id, or its kind and role such as {@code N_PLUS_ONE Order.lines}} */
    String finding();

    /** {@return how many statements it may be about; more of them fail the test} */
    int atMost();

    /** {@return the reason} */
    String because();
}
