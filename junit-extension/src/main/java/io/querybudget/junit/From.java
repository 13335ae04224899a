package io.querybudget.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Limits what is executed against the tables of an entity and of its subtypes, or against one table. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface From {

    /** {@return an entity class, or a class or interface that entity classes extend; needed unless a table is given} */
    Class<?> entity() default void.class;

    /** {@return the table, in any case, without its schema; needed unless an entity is given} */
    String table() default "";

    /** {@return the number of statements that read or write it; no limit unless given} */
    int statements() default Integer.MAX_VALUE;

    /** {@return the number of selects from it; no limit unless given} */
    int selects() default Integer.MAX_VALUE;

    /** {@return the number of inserts into it; no limit unless given} */
    int inserts() default Integer.MAX_VALUE;

    /** {@return the number of updates of it; no limit unless given} */
    int updates() default Integer.MAX_VALUE;

    /** {@return the number of deletes from it; no limit unless given} */
    int deletes() default Integer.MAX_VALUE;
}
