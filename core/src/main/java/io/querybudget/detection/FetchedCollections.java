package io.querybudget.detection;

import io.querybudget.Association;
import io.querybudget.ExecutedStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The collections that each query fetches, or is advised to fetch: they may nest, but two beside each other multiply rows,
 * and Hibernate refuses two bags.
 */
final class FetchedCollections {

    private final KeyRelations relations;
    private final Map<Long, List<Association>> byQuery = new HashMap<>();

    FetchedCollections(KeyRelations relations) {
        this.relations = relations;
    }

    /** {@return whether a query can fetch these collections, each in the one before; if so, it is taken to do so} */
    boolean canAdd(ExecutedStatement query, List<Association> collections) {
        List<Association> fetched =
                byQuery.computeIfAbsent(query.id(), unused -> new ArrayList<>(relations.collectionsReadBy(query)));
        List<Association> added =
                collections.stream().filter(each -> !fetched.contains(each)).toList();
        boolean nests = collections.containsAll(fetched);
        boolean hasSecondBag = collections.stream()
                        .filter(each -> each.kind() == Association.Kind.BAG)
                        .count()
                > 1;
        boolean canAdd = added.isEmpty() || (nests && !hasSecondBag);
        if (canAdd) {
            fetched.addAll(added);
        }
        return canAdd;
    }
}
