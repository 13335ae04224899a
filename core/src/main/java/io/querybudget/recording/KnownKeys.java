package io.querybudget.recording;

import io.querybudget.KeyRelation;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The foreign keys that the mappings of this JVM tell about.
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

    static Set<KeyRelation> relations() {
        return Set.copyOf(RELATIONS);
    }
}
