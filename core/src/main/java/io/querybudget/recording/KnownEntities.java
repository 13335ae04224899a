package io.querybudget.recording;

import io.querybudget.MappedEntity;
import io.querybudget.Mapping;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The entity types that the mappings of this JVM tell about.
 *
 * <p>Safe for use by many threads.
 */
public final class KnownEntities {

    private static final AtomicReference<Mapping> MAPPING = new AtomicReference<>(Mapping.NONE);

    private KnownEntities() {}

    /** Adds the entity types of a session factory. */
    public static void add(Collection<MappedEntity> entities) {
        MAPPING.updateAndGet(known -> {
            Set<MappedEntity> all = new HashSet<>(known.entities());
            all.addAll(entities);
            return new Mapping(all);
        });
    }

    static Mapping mapping() {
        return MAPPING.get();
    }
}
