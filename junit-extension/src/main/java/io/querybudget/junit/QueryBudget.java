package io.querybudget.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fails a test that executes more SQL than allowed, or in which an N+1 is proven.
 *
 * <p>On a class it holds for each of its tests, those of {@code @Nested} and derived classes included. One on a method
 * replaces that of the class as a whole. It may also stand on an annotation of your own.
 *
 * <pre>{@code
 * @Test
 * @QueryBudget(selects = 2, rows = 50)
 * void loads_open_orders() {
 *     orders.findOpen();
 * }
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@ExtendWith(QueryBudgetExtension.class)
public @interface QueryBudget {

    /** {@return the most statements of any kind; no limit unless given} */
    int value() default Integer.MAX_VALUE;

    /** {@return the most selects; no limit unless given} */
    int selects() default Integer.MAX_VALUE;

    /** {@return the most inserts; no limit unless given} */
    int inserts() default Integer.MAX_VALUE;

    /** {@return the most updates; no limit unless given} */
    int updates() default Integer.MAX_VALUE;

    /** {@return the most deletes; no limit unless given} */
    int deletes() default Integer.MAX_VALUE;

    /** {@return the most rows that any one statement may return; no limit unless given} */
    long rows() default Integer.MAX_VALUE;

    /** {@return why the limits are what they are, printed when one is exceeded} */
    String because() default "";

    /** {@return the findings that do not fail the test} */
    Allow[] allow() default {};

    /** A finding that does not fail a test. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({})
    @interface Allow {

        /** {@return its id, or its kind and role such as {@code N_PLUS_ONE Order.lines}} */
        String finding();

        /** {@return the reason} */
        String because();
    }
}
