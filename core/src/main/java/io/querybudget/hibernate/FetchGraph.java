package io.querybudget.hibernate;

import io.querybudget.Association;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.sql.results.graph.DomainResult;
import org.hibernate.sql.results.graph.Fetch;
import org.hibernate.sql.results.graph.FetchParent;
import org.hibernate.sql.results.jdbc.internal.JdbcValuesMappingProducerStandard;
import org.jspecify.annotations.Nullable;

/** What Hibernate assembles from each row of a select: the graph of an entity and of all that is fetched with it. */
final class FetchGraph {

    private FetchGraph() {}

    /**
     * {@return the root of the graph; empty unless a row holds exactly one thing and that fetches collections}
     *
     * @param select Hibernate's select, whose type differs between the lines of Hibernate
     */
    static Optional<FetchParent> withCollections(Object select) {
        Object producer = producer(select);
        if (!(producer instanceof JdbcValuesMappingProducerStandard standard)) {
            return Optional.empty(); // a native query, which is read by the metadata of its result
        }
        List<DomainResult<?>> results = mapping(standard);
        return results.size() == 1 && results.get(0) instanceof FetchParent root && root.containsCollectionFetches()
                ? Optional.of(root)
                : Optional.empty();
    }

    private static @Nullable Object producer(Object select) {
        try {
            return select.getClass().getMethod("getJdbcValuesMappingProducer").invoke(select);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("Hibernate's selects are not as expected", changed);
        }
    }

    @SuppressWarnings("NullAway") // what Hibernate builds for a query of its own needs no metadata of the result
    private static List<DomainResult<?>> mapping(JdbcValuesMappingProducerStandard producer) {
        return producer.resolve(null, null, null).getDomainResults();
    }

    /** {@return the fetches of a node that hold collections or are some} */
    static List<Fetch> collectionFetches(FetchParent parent) {
        List<Fetch> fetches = new ArrayList<>();
        for (Fetch fetch : parent.getFetches()) {
            FetchParent child = fetch.asFetchParent();
            if (child != null && child.containsCollectionFetches()) {
                fetches.add(fetch);
            }
        }
        return fetches;
    }

    /** {@return the collections that are fetched by a fetch and below it, outermost first} */
    static List<Association> collections(Fetch fetch, EntityAttributes attributes) {
        List<Association> collections = new ArrayList<>();
        if (fetch.getFetchedMapping() instanceof PluralAttributeMapping plural) {
            collections.add(attributes.collection(plural.getCollectionDescriptor()));
        }
        collections.addAll(collections(fetch.asFetchParent(), attributes));
        return collections;
    }

    /** {@return the collections that are fetched below a node, outermost first} */
    static List<Association> collections(FetchParent parent, EntityAttributes attributes) {
        return collectionFetches(parent).stream()
                .flatMap(fetch -> collections(fetch, attributes).stream())
                .toList();
    }
}
