package io.querybudget.detection;

import io.querybudget.Association;
import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.Finding.Coverage;
import io.querybudget.FindingKind;
import io.querybudget.Materialised.Factor;
import io.querybudget.Materialised.Product;
import io.querybudget.ReadFix;
import io.querybudget.Verdict;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds statements that read more rows than one query per collection would have read.
 *
 * <p>A product is only recorded when the sizes of the collections account for each row, so each finding is proven.
 */
final class CartesianProductDetector {

    /** The product of a single owner, such as that of a load by identifier, is no harm while it is small. */
    private static final int MOST_ROWS_OF_ONE_OWNER = 50;

    private CartesianProductDetector() {}

    static List<Finding> findings(Statements statements) {
        return statements.all().stream()
                .filter(statement -> isHarmful(statement.materialised().product(), statement.rows()))
                .map(CartesianProductDetector::finding)
                .toList();
    }

    private static boolean isHarmful(@Nullable Product product, long rows) {
        return product != null && (product.owners() > 1 || rows > MOST_ROWS_OF_ONE_OWNER);
    }

    private static Finding finding(ExecutedStatement statement) {
        Product product = Objects.requireNonNull(statement.materialised().product());
        List<Association> collections =
                product.factors().stream().map(Factor::collection).toList();
        return Waste.finding(
                FindingKind.CARTESIAN_PRODUCT,
                Verdict.PROVEN,
                List.of(statement),
                collections,
                new Coverage(statement.rows(), product.rowsApart()),
                new ReadFix.FetchApart(collections));
    }
}
