package io.querybudget.hibernate;

import io.querybudget.recording.StatementRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * The loads by a unique key, such as those of the inverse sides of one-to-ones.
 *
 * <p>Several types may refer to an owner by a property of one name, so the table that is read first tells them apart.
 */
final class UniqueKeyLoads {

    private record Key(String property, int hash) {}

    private record Load(Object value, StatementRecord statement) {}

    private final Map<Key, List<Load>> loads = new HashMap<>();

    void add(String property, Object value, StatementRecord statement) {
        loads.computeIfAbsent(new Key(property, hash(value)), unused -> new ArrayList<>(1))
                .add(new Load(value, statement));
    }

    boolean isEmpty() {
        return loads.isEmpty();
    }

    void clear() {
        loads.clear();
    }

    /** {@return the load that the inverse side of an owner wanted, which is handed out once, or null} */
    @Nullable
    StatementRecord remove(ToOneAttribute attribute, EntityPersister owner, Object ownerId) {
        String property = attribute.inverseProperty();
        Key key = property == null ? null : new Key(property, hash(ownerId));
        List<Load> candidates = key == null ? null : loads.get(key);
        ToOneAttributeMapping mapping = attribute.mapping().orElse(null);
        if (candidates == null || mapping == null) {
            return null;
        }
        String table = MappedKeys.name(mapping.getAssociatedEntityMappingType()
                .getIdentifierTableDetails()
                .getTableName());
        StatementRecord found = remove(candidates, table, owner.getIdentifierType(), ownerId);
        if (candidates.isEmpty()) {
            loads.remove(key);
        }
        return found;
    }

    private static @Nullable StatementRecord remove(List<Load> candidates, String table, Type type, Object id) {
        Load found = candidates.stream()
                .filter(load -> load.statement().tables().contains(table) && type.isEqual(load.value(), id))
                .min(Comparator.comparing(
                        load -> List.copyOf(load.statement().tables()).indexOf(table)))
                .orElse(null);
        candidates.removeIf(load ->
                found != null && load.statement().id() == found.statement().id());
        return found == null ? null : found.statement();
    }

    /** An identifier of the application's own type is not asked: its hash code may be missing, fail or load. */
    private static int hash(Object value) {
        return value.getClass().getName().startsWith("java.") ? value.hashCode() : 0;
    }
}
