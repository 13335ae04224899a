package io.querybudget.recording;

import io.querybudget.KeyRelation;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The foreign keys that the mappings and databases of this JVM tell about.
 *
 * <p>Safe for use by many threads.
 */
public final class KnownKeys {

    private static final Set<KeyRelation> RELATIONS = ConcurrentHashMap.newKeySet();

    private KnownKeys() {}

    /** Adds the foreign keys of a mapping. */
    public static void add(Collection<KeyRelation> relations) {
        RELATIONS.addAll(relations);
    }

    /** {@return whether a mapping tells the keys of a table, so that the database need not be asked} */
    public static boolean isMapped(String table) {
        return RELATIONS.stream()
                .filter(relation -> relation.association() != null)
                .anyMatch(relation -> relation.table().equals(table)
                        || relation.referencedTable().equals(table));
    }

    static Set<KeyRelation> relations() {
        return Set.copyOf(RELATIONS);
    }
}
