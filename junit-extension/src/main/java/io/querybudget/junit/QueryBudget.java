package io.querybudget.junit;

import io.querybudget.FindingKind;
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
 * replaces that of the class as a whole, and so does {@link ExpectQueries}. It may also stand on an annotation of your own.
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

    /** {@return the most statements but session control and data definition; no limit unless given} */
    int value() default Integer.MAX_VALUE;

    /** {@return the most selects; no limit unless given} */
    int selects() default Integer.MAX_VALUE;

    /** {@return the most inserts; no limit unless given} */
    int inserts() default Integer.MAX_VALUE;

    /** {@return the most updates; no limit unless given} */
    int updates() default Integer.MAX_VALUE;

    /** {@return the most deletes; no limit unless given} */
    int deletes() default Integer.MAX_VALUE;

    /** {@return the most merges; no limit unless given} */
    int merges() default Integer.MAX_VALUE;

    /** {@return the most calls of procedures; no limit unless given} */
    int calls() default Integer.MAX_VALUE;

    /** {@return the most statements of no other kind: sequence calls, mixed batches, SQL that cannot be read; no limit unless given} */
    int others() default Integer.MAX_VALUE;

    /** {@return the most data definitions, which are in no total; no limit unless given} */
    int definitions() default Integer.MAX_VALUE;

    /** {@return the most session control statements, which are in no total; no limit unless given} */
    int sessionControls() default Integer.MAX_VALUE;

    /** {@return the most rows of the one statement that returned most; no limit unless given} */
    long rows() default Integer.MAX_VALUE;

    /** {@return the most rows of all statements together; no limit unless given} */
    long totalRows() default Integer.MAX_VALUE;

    /** {@return the most executions in the largest batch; no limit unless given} */
    int batchSize() default Integer.MAX_VALUE;

    /** {@return the most transactions that statements ran in; no limit unless given} */
    int transactions() default Integer.MAX_VALUE;

    /** {@return the most connections that statements ran on; no limit unless given} */
    int connections() default Integer.MAX_VALUE;

    /** {@return the most entities and collections that the second-level cache had; no limit unless given} */
    int cacheHits() default Integer.MAX_VALUE;

    /** {@return the most entities and collections that the second-level cache was asked for in vain; no limit unless given} */
    int cacheMisses() default Integer.MAX_VALUE;

    /** {@return limits on what is executed against a table or an entity} */
    From[] from() default {};

    /** {@return limits on the entities and collections that Hibernate loads} */
    Loaded[] loaded() default {};

    /** {@return limits on what is executed on one of several data sources} */
    On[] on() default {};

    /** {@return why the limits are what they are, printed when one is not kept} */
    String because() default "";

    /** {@return the findings that do not fail the test} */
    Allow[] allow() default {};

    /** {@return kinds of findings that fail the test, whatever the project says of them} */
    FindingKind[] fail() default {};

    /** {@return kinds of findings that are only logged, whatever the project says of them} */
    FindingKind[] warn() default {};

    /** {@return kinds of findings that are neither reported nor counted, whatever the project says of them} */
    FindingKind[] off() default {};
}
