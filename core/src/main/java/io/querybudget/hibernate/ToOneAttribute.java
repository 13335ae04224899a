package io.querybudget.hibernate;

import io.querybudget.Association;
import io.querybudget.recording.FaultLog;
import java.util.List;
import java.util.Optional;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.jspecify.annotations.Nullable;

/**
 * A to-one attribute of an entity type, possibly inside embeddables.
 *
 * @param association the attribute as it is reported
 * @param steps the attributes from the entity to the to-one: the embeddables on the way, then the to-one itself
 * @param inverseProperty the property of the target that holds the foreign key, or null when this side holds it
 */
record ToOneAttribute(
        Association association,
        List<AttributeMapping> steps,
        @Nullable String inverseProperty) {

    /**
     * {@return the value that an entity holds, null also when the entity's own code fails to tell it}
     *
     * @param entity the entity
     * @param loadedState the state Hibernate loaded, or null for a read-only entity
     */
    @Nullable
    Object valueOf(Object entity, Object @Nullable [] loadedState) {
        return FaultLog.guard("read an attribute of an entity", null, () -> read(entity, loadedState));
    }

    private @Nullable Object read(Object entity, Object @Nullable [] loadedState) {
        AttributeMapping first = steps.get(0);
        Object value = loadedState == null
                ? first.getPropertyAccess().getGetter().get(entity)
                : loadedState[first.getStateArrayPosition()];
        for (AttributeMapping step : steps.subList(1, steps.size())) {
            if (value == null) {
                return null;
            }
            value = step.getPropertyAccess().getGetter().get(value);
        }
        return value;
    }

    /** {@return whether Hibernate loads it together with the entity, by choice of the mapping or for want of another way} */
    boolean isImmediate() {
        return EntityAttributes.isImmediate(steps.get(steps.size() - 1));
    }

    /** {@return whether no two entities refer to one by it} */
    boolean isOneToOne() {
        return mapping()
                .filter(toOne -> toOne.getCardinality() != ToOneAttributeMapping.Cardinality.MANY_TO_ONE)
                .isPresent();
    }

    /** {@return how the attribute is mapped; empty for one that refers to entities of any type} */
    Optional<ToOneAttributeMapping> mapping() {
        return steps.get(steps.size() - 1) instanceof ToOneAttributeMapping toOne
                ? Optional.of(toOne)
                : Optional.empty();
    }
}
