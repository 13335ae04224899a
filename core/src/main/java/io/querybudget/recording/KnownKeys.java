package io.querybudget.recording;

import io.querybudget.KeyRelation;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The foreign keys of one data source, as its database and the mappings whose statements run on it tell.
 *
 * <p>Safe for use by many threads. It holds names only, so that it keeps neither a session factory nor a data source.
 */
public final class KnownKeys {

    private static final int MOST_RELATIONS = 50_000;

    private final Set<KeyRelation> relations = ConcurrentHashMap.newKeySet();

    /** The mappings that were added, so that each is added once. */
    private final List<WeakReference<Collection<KeyRelation>>> mappings = new CopyOnWriteArrayList<>();

    /** Nothing is known yet. */
    public KnownKeys() {}

    /** Adds foreign keys that the database tells. */
    public void add(Collection<KeyRelation> told) {
        if (relations.size() < MOST_RELATIONS) {
            relations.addAll(told);
        }
    }

    /** Adds the foreign keys of a mapping whose statements run on the data source; the same object is added once. */
    public void addMapping(Collection<KeyRelation> mapping) {
        if (mappings.stream().noneMatch(known -> known.refersTo(mapping))) {
            mappings.removeIf(known -> known.refersTo(null));
            mappings.add(new WeakReference<>(mapping));
            add(mapping);
        }
    }

    /** {@return whether a mapping tells the keys of a table, so that the database need not be asked} */
    public boolean isMapped(String table) {
        return relations.stream()
                .filter(relation -> relation.association() != null)
                .anyMatch(relation -> relation.table().equals(table)
                        || relation.referencedTable().equals(table));
    }

    Set<KeyRelation> relations() {
        return relations;
    }
}
