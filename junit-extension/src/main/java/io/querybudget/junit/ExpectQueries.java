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
 * Fails a test that does not execute exactly this SQL, or in which an N+1 is proven.
 *
 * <p>The attributes and the places are those of {@link QueryBudget}; both may stand on one element, and are judged together.
 *
 * <pre>{@code
 * @Test
 * @ExpectQueries(selects = 1, from = @From(entity = Order.class, selects = 1))
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
public @interface ExpectQueries {

    /** {@return exactly how many statements but session control and data definition; no limit unless given} */
    int value() default Integer.MAX_VALUE;

    /** {@return exactly how many selects; no limit unless given} */
    int selects() default Integer.MAX_VALUE;

    /** {@return exactly how many inserts; no limit unless given} */
    int inserts() default Integer.MAX_VALUE;

    /** {@return exactly how many updates; no limit unless given} */
    int updates() default Integer.MAX_VALUE;

    /** {@return exactly how many deletes; no limit unless given} */
    int deletes() default Integer.MAX_VALUE;

    /** {@return exactly how many merges; no limit unless given} */
    int merges() default Integer.MAX_VALUE;

    /** {@return exactly how many calls of procedures; no limit unless given} */
    int calls() default Integer.MAX_VALUE;

    /** {@return exactly how many statements of no other kind: sequence calls, mixed batches, SQL that cannot be read; no limit unless given} */
    int others() default Integer.MAX_VALUE;

    /** {@return exactly how many data definitions, which are in no total; no limit unless given} */
    int definitions() default Integer.MAX_VALUE;

    /** {@return exactly how many session control statements, which are in no total; no limit unless given} */
    int sessionControls() default Integer.MAX_VALUE;

    /** {@return exactly how many rows of the one statement that returned most; no limit unless given} */
    long rows() default Integer.MAX_VALUE;

    /** {@return exactly how many rows of all statements together; no limit unless given} */
    long totalRows() default Integer.MAX_VALUE;

    /** {@return exactly how many executions in the largest batch; no limit unless given} */
    int batchSize() default Integer.MAX_VALUE;

    /** {@return exactly how many transactions that statements ran in; no limit unless given} */
    int transactions() default Integer.MAX_VALUE;

    /** {@return exactly how many connections that statements ran on; no limit unless given} */
    int connections() default Integer.MAX_VALUE;

    /** {@return exactly how many entities and collections that the second-level cache had; no limit unless given} */
    int cacheHits() default Integer.MAX_VALUE;

    /** {@return exactly how many entities and collections that the second-level cache was asked for in vain; no limit unless given} */
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
