package io.querybudget;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Hibernate's mappings say about entities.
 *
 * @param entities the entity types of all session factories
 * @param eager the attributes that are loaded with an entity, by its name
 */
public record Mapping(Set<MappedEntity> entities, Map<String, List<Association>> eager) {

    /** The mapping of an application without Hibernate. */
    public static final Mapping NONE = new Mapping(Set.of(), Map.of());

    private static final int MOST_NAMED = 20;

    /** Copies the collections. */
    public Mapping {
        entities = Set.copyOf(entities);
        eager = Map.copyOf(eager);
    }

    /** {@return the attributes that are loaded with an entity of a type, none when the type is not known} */
    public List<Association> eagerOf(@Nullable String entityName) {
        return entityName == null ? List.of() : eager.getOrDefault(entityName, List.of());
    }

    /** {@return whether an entity of one type may be one of another: of the same, of a supertype or of a subtype} */
    public boolean areRelated(String entityName, String other) {
        return entityName.equals(other) || isSubtype(entityName, other) || isSubtype(other, entityName);
    }

    /** {@return whether a type is below another one, and not that itself} */
    public boolean isSubtype(String entityName, String supertype) {
        return !entityName.equals(supertype)
                && entities.stream()
                        .anyMatch(entity -> entity.name().equals(entityName)
                                && entity.types().contains(supertype));
    }

    /** {@return the names of the entity types that queries call so, one for each mapping that has one} */
    public Stream<String> entityNames(String queryName) {
        return entities.stream()
                .filter(entity ->
                        entity.queryName().equals(queryName) || entity.name().equals(queryName))
                .map(MappedEntity::name);
    }

    /** {@return what queries call an entity type} */
    public String queryName(String entityName) {
        return entities.stream()
                .filter(entity -> entity.name().equals(entityName))
                .findFirst()
                .map(MappedEntity::queryName)
                .orElseGet(() -> Association.simpleName(entityName));
    }

    /** {@return the columns of the natural id of an entity, none when it has no natural id} */
    public Set<String> naturalIdOf(String entityName) {
        return entities.stream()
                .filter(entity -> entity.name().equals(entityName))
                .findFirst()
                .map(MappedEntity::naturalId)
                .orElse(Set.of());
    }

    /**
     * {@return the tables of a subject, in lower case}
     *
     * @throws IllegalArgumentException if no entity is of that type
     */
    Set<String> tablesOf(Subject subject) {
        Stream<String> names = subject instanceof Subject.EntityType type
                ? entitiesOf(type).stream().flatMap(entity -> entity.tables().stream())
                : Stream.of(subject.toString());
        return names.map(name -> name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /**
     * {@return whether a load is one of a subject}
     *
     * @throws IllegalArgumentException if no entity is of that type, or none has that collection
     */
    Predicate<Load> loadsOf(Subject subject) {
        if (subject instanceof Subject.EntityType type) {
            Set<String> names =
                    entitiesOf(type).stream().map(MappedEntity::name).collect(Collectors.toSet());
            return load -> load.kind() == Load.Kind.LOADED && names.contains(load.subject());
        }
        Set<String> roles = rolesOf(subject.toString());
        return load -> load.kind() == Load.Kind.LOADED && roles.contains(load.subject());
    }

    private List<MappedEntity> entitiesOf(Subject.EntityType type) {
        List<MappedEntity> found = entities.stream()
                .filter(entity -> entity.types().contains(type.className()))
                .toList();
        if (found.isEmpty()) {
            List<String> known = entities.stream().map(MappedEntity::name).toList();
            throw unknown("entity is of type " + type.className(), known);
        }
        return found;
    }

    private Set<String> rolesOf(String role) {
        List<String> known =
                entities.stream().flatMap(entity -> entity.roles().stream()).toList();
        Set<String> found = known.stream()
                .filter(each -> each.equals(role) || each.endsWith("." + role) || each.endsWith("$" + role))
                .collect(Collectors.toSet());
        if (found.isEmpty()) {
            throw unknown("collection has the role " + role, known);
        }
        return found;
    }

    private static IllegalArgumentException unknown(String what, Collection<String> known) {
        List<String> names = known.stream().distinct().sorted().toList();
        String named = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int more = names.size() - MOST_NAMED;
        return new IllegalArgumentException("no mapped " + what + "; known are "
                + (named.isEmpty() ? "none" : named)
                + (more > 0 ? " and " + more + " more" : ""));
    }
}
