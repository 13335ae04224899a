package io.querybudget.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Limits the entities of a type, or the collections of a role, that Hibernate loads. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Loaded {

    /** {@return the type of the entities, those of its subtypes included; needed unless a role is given} */
    Class<?> entity() default void.class;

    /** {@return the role of the collections, such as {@code Order.lines}; needed unless an entity is given} */
    String role() default "";

    /** {@return the number that is loaded, from the database or the second-level cache} */
    int value();
}
