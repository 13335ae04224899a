package io.querybudget.hibernate;

import io.querybudget.Cause;
import io.querybudget.Materialised.Page;
import io.querybudget.recording.StatementRecord;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Hibernate;
import org.hibernate.ScrollableResults;
import org.hibernate.sql.exec.spi.ExecutionContext;
import org.hibernate.sql.results.graph.FetchParent;

/**
 * Compares what Hibernate read with what was asked for, once a result is complete.
 *
 * <p>Looks at the entities only when there is a reason to: more results than the page, or rows that could be a product.
 */
final class ReadResult {

    /** Two elements times three: fewer rows cost nothing. */
    private static final int FEWEST_ROWS_OF_A_PRODUCT = 6;

    private final StatementRecord statement;
    private final EntityAttributes attributes;

    ReadResult(StatementRecord statement, EntityAttributes attributes) {
        this.statement = statement;
        this.attributes = attributes;
    }

    /** Notes a page that was exceeded, and rows that were multiplied. */
    void examine(Object select, List<?> results, Cause cause, ExecutionContext context) {
        if (cause instanceof Cause.Query query) {
            comparePage(AskedPage.of(context, query.text()), select, results);
        }
        if (statement.rows() >= FEWEST_ROWS_OF_A_PRODUCT && !results.isEmpty()) {
            multiplication(select)
                    .flatMap(multiplication -> {
                        distinct(results).forEach(multiplication::add);
                        return multiplication.explaining(statement.rows());
                    })
                    .ifPresent(statement::multiplied);
        }
    }

    /** {@return results that are read one by one, followed when their rows could be a product} */
    Object follow(Object select, ScrollableResults<?> results) {
        Optional<RowMultiplication> multiplication = multiplication(select);
        return multiplication.isPresent() ? ObservedScroll.wrap(results, statement, multiplication.get()) : results;
    }

    private Optional<RowMultiplication> multiplication(Object select) {
        return FetchGraph.withCollections(select)
                .filter(root -> FetchGraph.collections(root, attributes).size() > 1)
                .map(root -> new RowMultiplication(root, attributes));
    }

    private void comparePage(AskedPage page, Object select, List<?> results) {
        boolean isWithin = page.size() > 0 ? results.size() <= page.size() : page.first() == 0 || results.isEmpty();
        if (isWithin) {
            return;
        }
        int roots = distinct(results).size();
        if (roots > page.size()) {
            Optional<FetchParent> root = FetchGraph.withCollections(select);
            statement.exceeded(new Page(
                    page.first(),
                    page.size(),
                    roots,
                    root.map(graph -> FetchGraph.collections(graph, attributes)).orElse(List.of())));
        }
    }

    /** {@return each result once; rows of a fetched collection repeat their root} */
    private static Set<Object> distinct(List<?> results) {
        Set<Object> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Object result : results) {
            if (result != null) {
                distinct.add(Hibernate.unproxy(result));
            }
        }
        return distinct;
    }
}
