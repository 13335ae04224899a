package io.querybudget.report;

import io.querybudget.Association;
import io.querybudget.Finding;
import io.querybudget.Fix;
import io.querybudget.ManagedEntities;
import io.querybudget.Materialised;
import io.querybudget.Materialised.Entities;
import io.querybudget.Materialised.Page;
import io.querybudget.Materialised.Product;
import io.querybudget.ReadFix;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what was measured of the rows of one statement. */
final class MaterialisedText {

    private static final int MOST_TYPES = 3;

    private MaterialisedText() {}

    static String oversized(Finding finding, Materialised materialised) {
        String entities = materialised.entities().stream()
                .sorted(Comparator.comparing(Entities::count).reversed())
                .limit(MOST_TYPES)
                .map(MaterialisedText::counted)
                .collect(Collectors.joining(", "));
        return Sentences.count(finding.coverage().rows(), "row") + " read by one statement"
                + (entities.isEmpty() ? "" : ", and the session keeps " + entities);
    }

    static String product(Finding finding, @Nullable Product product) {
        String rows = Sentences.count(finding.coverage().rows(), "row");
        if (product == null) {
            return rows;
        }
        String factors = product.factors().stream()
                .map(factor -> factor.most() + " " + factor.collection().path())
                .collect(Collectors.joining(" × "));
        return rows + " for " + product.owners() + " " + Association.simpleName(product.ownerName()) + ", up to "
                + factors + " each; " + Sentences.count(product.rowsApart(), "row") + " if each is fetched on its own";
    }

    static String page(Finding finding, @Nullable Page page) {
        String rows = Sentences.count(finding.coverage().rows(), "row");
        if (page == null) {
            return rows;
        }
        String read = rows + " with " + Sentences.count(page.roots(), "result") + " read ";
        return page.size() > 0 ? read + "for a page of " + page.size() : read + "to skip " + page.first() + " of them";
    }

    static String wide(Fix fix, Materialised materialised) {
        if (!(fix instanceof ReadFix.ReadFewerColumns columns)) {
            return "";
        }
        return materialised.entities().stream()
                .filter(entities -> entities.entityName().equals(columns.entityName()))
                .map(entities -> counted(entities) + " read with "
                        + (columns.hasLargeObjects() ? "their large objects" : entities.columns() + " columns each")
                        + ", and none of them modified")
                .collect(Collectors.joining());
    }

    /** {@return how many entities there are of the most frequent types, and of all others together, in parentheses} */
    static String types(ManagedEntities entities) {
        List<Map.Entry<String, Integer>> types = entities.byType().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_TYPES)
                .toList();
        if (types.isEmpty()) {
            return "";
        }
        int named = types.stream().mapToInt(Map.Entry::getValue).sum();
        Stream<String> others =
                named < entities.total() ? Stream.of(Sentences.count(entities.total() - named, "other")) : Stream.of();
        return Stream.concat(
                        types.stream().map(type -> type.getValue() + " " + Association.simpleName(type.getKey())),
                        others)
                .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String counted(Entities entities) {
        return entities.count() + " " + Association.simpleName(entities.entityName());
    }
}
