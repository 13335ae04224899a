package io.querybudget.hibernate;

import java.lang.reflect.Field;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.query.spi.DelegatingQueryOptions;
import org.hibernate.query.spi.Limit;
import org.hibernate.query.spi.QueryOptions;
import org.hibernate.sql.exec.spi.ExecutionContext;

/**
 * The page that the application asked a query for, whether or not the database was told of it.
 *
 * @param first how many results are skipped
 * @param size the most results that are wanted, 0 when there is no limit
 */
record AskedPage(int first, int size) {

    private static final Field WRAPPED = wrapped();
    private static final Pattern LIMIT_OF_HQL = Pattern.compile(
            "\\b(?:limit|fetch\\s+(?:first|next))\\s+(?<size>\\d+)(?:\\s+rows?\\s+only)?(?:\\s+offset\\s+\\S+)?\\s*$",
            Pattern.CASE_INSENSITIVE);

    static AskedPage of(ExecutionContext context, String query) {
        Limit limit = originalOptions(context.getQueryOptions()).getLimit();
        int first = limit == null || limit.getFirstRow() == null ? 0 : limit.getFirstRow();
        int size = limit == null || limit.getMaxRows() == null ? 0 : limit.getMaxRows();
        return new AskedPage(first, size > 0 ? size : limitOfHql(query));
    }

    /** {@return the options as the application gave them; the ones Hibernate executes with omit what SQL has to do} */
    private static QueryOptions originalOptions(QueryOptions options) {
        QueryOptions original = options;
        try {
            while (original instanceof DelegatingQueryOptions) {
                original = (QueryOptions) Objects.requireNonNull(WRAPPED.get(original));
            }
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
        return original;
    }

    /** A parameter is no concern: Hibernate fails when it has to page by one in memory. */
    private static int limitOfHql(String query) {
        Matcher limit = LIMIT_OF_HQL.matcher(query);
        return limit.find() ? Integer.parseInt(Objects.requireNonNull(limit.group("size"))) : 0;
    }

    private static Field wrapped() {
        try {
            Field field = DelegatingQueryOptions.class.getDeclaredField("queryOptions");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException changed) {
            throw new IllegalStateException("Hibernate's query options are not as expected", changed);
        }
    }
}
