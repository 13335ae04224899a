package io.querybudget.hibernate;

import io.querybudget.Association;
import io.querybudget.Materialised.Factor;
import io.querybudget.Materialised.Product;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Hibernate;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.metamodel.mapping.internal.EntityCollectionPart;
import org.hibernate.sql.results.graph.Fetch;
import org.hibernate.sql.results.graph.FetchParent;
import org.jspecify.annotations.Nullable;

/**
 * Computes from the sizes of fetched collections how many rows a result must have had, and how many of them the
 * collections multiplied.
 *
 * <p>Collections of one owner multiply, a collection of the elements of another one does not. Only what is initialised is
 * looked at, so that nothing is loaded. When the computed rows are not those that were read, something else was at work (a
 * further join, entities that had been changed before) and nothing is said.
 */
final class RowMultiplication {

    /** The rows for one object: as they are read together, and as one query per collection would read them. */
    private record Rows(long together, long apart) {
        static final Rows ONE = new Rows(1, 1);
    }

    /** Where collections multiply: how many owners, and the most rows that each branch stands for. */
    private static final class Level {
        private final Map<Association, Long> most = new LinkedHashMap<>();
        private final Set<Object> below = Collections.newSetFromMap(new IdentityHashMap<>());
        private int roots;

        int owners() {
            return roots + below.size();
        }
    }

    /** So many owners below the roots are told apart; roots come once each, and are not kept. */
    private static final int MOST_BELOW = 10_000;

    private final FetchParent root;
    private final EntityAttributes attributes;
    private final Map<FetchParent, Level> levels = new LinkedHashMap<>();
    private long together;
    private long apart;
    private boolean isKnown = true;

    RowMultiplication(FetchParent root, EntityAttributes attributes) {
        this.root = root;
        this.attributes = attributes;
    }

    /** Adds a result, each of them once. */
    void add(Object result) {
        Rows rows = rows(root, result);
        together += rows.together;
        apart += rows.apart;
    }

    /** {@return how many rows the results must have had} */
    long rows() {
        return together;
    }

    /** {@return the product that explains each row that was read, if there is one} */
    Optional<Product> explaining(long rowsRead) {
        boolean addsUp = isKnown && together == rowsRead && together > apart;
        return addsUp ? largest() : Optional.empty();
    }

    private Optional<Product> largest() {
        return levels.entrySet().stream()
                .max((one, other) -> Integer.compare(
                        one.getValue().owners(), other.getValue().owners()))
                .map(level -> new Product(
                        level.getKey().getReferencedMappingType() instanceof EntityMappingType entity
                                ? entity.getEntityName()
                                : "",
                        level.getValue().owners(),
                        level.getValue().most.entrySet().stream()
                                .map(factor -> new Factor(factor.getKey(), factor.getValue()))
                                .toList(),
                        apart));
    }

    private Rows rows(FetchParent parent, Object owner) {
        Map<Association, Rows> branches = new LinkedHashMap<>();
        for (Fetch fetch : FetchGraph.collectionFetches(parent)) {
            if (isDeclaredFor(fetch, owner)) {
                Association branch = FetchGraph.collections(fetch, attributes).get(0);
                branches.put(branch, branch(fetch, owner));
            }
        }
        long together = branches.values().stream().mapToLong(Rows::together).reduce(1, (one, other) -> one * other);
        long apart = branches.values().stream().mapToLong(Rows::apart).sum();
        if (branches.size() > 1 && together > apart) {
            note(parent, owner, branches);
        }
        return new Rows(together, Math.max(apart, 1));
    }

    private void note(FetchParent parent, Object owner, Map<Association, Rows> branches) {
        Level level = levels.computeIfAbsent(parent, unused -> new Level());
        if (parent == root) {
            level.roots++;
        } else if (level.below.size() < MOST_BELOW) {
            level.below.add(owner);
        } else {
            isKnown = false;
        }
        branches.forEach((branch, rows) -> level.most.merge(branch, rows.together, Math::max));
    }

    private Rows branch(Fetch fetch, Object owner) {
        Object value = ((AttributeMapping) fetch.getFetchedMapping())
                .getPropertyAccess()
                .getGetter()
                .get(owner);
        FetchParent child = fetch.asFetchParent();
        if (fetch.getFetchedMapping() instanceof PluralAttributeMapping plural) {
            return elements(plural, child, value);
        }
        return value == null ? Rows.ONE : rows(child, Hibernate.unproxy(value));
    }

    private Rows elements(PluralAttributeMapping plural, FetchParent collection, @Nullable Object value) {
        if (!(value instanceof PersistentCollection<?> persistent) || !persistent.wasInitialized()) {
            isKnown = false;
            return Rows.ONE;
        }
        Collection<?> elements = distinct(plural, value);
        Fetch element = collection.findFetch(plural.getElementDescriptor());
        FetchParent below = element == null ? null : element.asFetchParent();
        if (below == null || !below.containsCollectionFetches()) {
            long size = Math.max(elements.size(), 1);
            return new Rows(size, size);
        }
        long together = 0;
        long apart = 0;
        for (Object each : elements) {
            Rows rows = rows(below, Hibernate.unproxy(each));
            together += rows.together;
            apart += rows.apart;
        }
        return new Rows(Math.max(together, 1), Math.max(apart, 1));
    }

    /** A bag holds an element once per row. */
    private Collection<?> distinct(PluralAttributeMapping plural, Object value) {
        Collection<?> all = value instanceof Map<?, ?> map ? map.values() : (Collection<?>) value;
        if (attributes.collection(plural.getCollectionDescriptor()).kind() != Association.Kind.BAG) {
            return all;
        }
        Set<Object> distinct = plural.getElementDescriptor() instanceof EntityCollectionPart
                ? Collections.newSetFromMap(new IdentityHashMap<>())
                : new HashSet<>();
        for (Object element : all) {
            if (element != null) {
                distinct.add(element);
            }
        }
        return distinct;
    }

    private static boolean isDeclaredFor(Fetch fetch, Object owner) {
        return fetch.getFetchedMapping() instanceof AttributeMapping attribute
                && attribute
                        .getDeclaringType()
                        .getMappedJavaType()
                        .getJavaTypeClass()
                        .isInstance(owner);
    }
}
