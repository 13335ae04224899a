package io.querybudget.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A finding that does not fail a test. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Allow {

    /** {@return its id, or its kind and role such as {@code N_PLUS_ONE Order.lines}} */
    String finding();

    /** {@return the reason} */
    String because();
}
