package io.querybudget.junit;

import io.querybudget.Growth;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fails a test method that executes more statements when there are more rows.
 *
 * <p>The method is run several times, as {@link Queries#expectConstantQueries} runs its call. The limits of a {@link
 * QueryBudget} hold for each run; a parameter of type {@code UnitOfWork} counts none of them.
 *
 * <pre>{@code
 * @Test
 * @ConstantQueries(populate = "givenOrders")
 * void loads_open_orders() {
 *     orders.findOpen();
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@ExtendWith(QueryBudgetExtension.class)
public @interface ConstantQueries {

    /** {@return the method, of the test class or one around it, that adds as many rows as its only parameter, an int, says} */
    String populate();

    /** {@return the worst growth that is allowed} */
    Growth allow() default Growth.CONSTANT;

    /**
     * {@return the numbers of rows, at least three and ascending; unless given 3, 6 and 12, or b+1, 2b+1 and 4b+1 where
     * Hibernate fetches batches of b}
     */
    int[] sizes() default {};
}
