package io.querybudget.recording;

import io.querybudget.Association;
import io.querybudget.MappedEntity;
import io.querybudget.Mapping;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
            return new Mapping(all, known.eager());
        });
    }

    /** Adds the attributes that a session factory loads with its entities, by their names. */
    public static void addEager(Map<String, List<Association>> eager) {
        MAPPING.updateAndGet(known -> {
            Map<String, List<Association>> all = new HashMap<>(known.eager());
            all.putAll(eager);
            return new Mapping(known.entities(), all);
        });
    }

    static Mapping mapping() {
        return MAPPING.get();
    }
}
