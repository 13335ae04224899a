package io.querybudget.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fails a test whose statements differ from those in the file {@code <TestClass>.queries.txt} beside its source.
 *
 * <p>The file says how often each shape ran, without the columns that are read or written. With the system property, or
 * the configuration parameter of JUnit, {@code querybudget.snapshots=update} missing and different ones are written
 * instead, but never where the environment variable {@code CI} is set. On a class it holds for each of its tests. Fetches
 * from sequences are left out, because they depend on what ran before.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@ExtendWith(QueryBudgetExtension.class)
public @interface QuerySnapshot {}
