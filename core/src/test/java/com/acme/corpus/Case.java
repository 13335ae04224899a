package com.acme.corpus;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method as a case of the corpus, named like the method.
 *
 * <p>What is to be found in it stands in comments at the lines that trigger it; {@link Markers} says how they are written.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Case {

    /** {@return what the case shows} */
    CaseKind kind();

    /** {@return how many JDBC executions there are, each batch counted once} */
    int statements();

    /** {@return the first line of Hibernate that has what the case calls} */
    int hibernate() default 6;

    /** {@return the positive that this remedy repairs as its fix says, or the empty string} */
    String repairs() default "";

    /** {@return settings of Hibernate, each as {@code name=value}} */
    String[] settings() default {};
}
