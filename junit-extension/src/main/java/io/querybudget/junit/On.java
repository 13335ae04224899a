package io.querybudget.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Limits what is executed on one of several data sources. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface On {

    /** {@return the name of the data source, as in the log line that says it is observed} */
    String dataSource();

    /** {@return the number of statements but session control and data definition; no limit unless given} */
    int statements() default Integer.MAX_VALUE;

    /** {@return the number of selects; no limit unless given} */
    int selects() default Integer.MAX_VALUE;

    /** {@return the number of inserts; no limit unless given} */
    int inserts() default Integer.MAX_VALUE;

    /** {@return the number of updates; no limit unless given} */
    int updates() default Integer.MAX_VALUE;

    /** {@return the number of deletes; no limit unless given} */
    int deletes() default Integer.MAX_VALUE;

    /** {@return the number of merges; no limit unless given} */
    int merges() default Integer.MAX_VALUE;

    /** {@return the number of calls of procedures; no limit unless given} */
    int calls() default Integer.MAX_VALUE;

    /** {@return the number of statements of no other kind: sequence calls, mixed batches, SQL that cannot be read; no limit unless given} */
    int others() default Integer.MAX_VALUE;

    /** {@return the number of data definitions, which are in no total; no limit unless given} */
    int definitions() default Integer.MAX_VALUE;

    /** {@return the number of session control statements, which are in no total; no limit unless given} */
    int sessionControls() default Integer.MAX_VALUE;

    /** {@return the number of rows of the one statement that returned most; no limit unless given} */
    long rows() default Integer.MAX_VALUE;

    /** {@return the number of rows of all statements together; no limit unless given} */
    long totalRows() default Integer.MAX_VALUE;

    /** {@return the number of executions in the largest batch; no limit unless given} */
    int batchSize() default Integer.MAX_VALUE;

    /** {@return the number of transactions that statements ran in; no limit unless given} */
    int transactions() default Integer.MAX_VALUE;

    /** {@return the number of connections that statements ran on; no limit unless given} */
    int connections() default Integer.MAX_VALUE;
}
