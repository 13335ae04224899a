package io.querybudget.hibernate;

import io.querybudget.Cause;
import io.querybudget.Cause.EntityLoad.Reason;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.sql.exec.spi.ExecutionContext;
import org.jspecify.annotations.Nullable;

/** Reads from Hibernate's execution context why a statement is executed. */
final class ExecutionCauses {

    private static final String NO_QUERY = "<sql>";

    private ExecutionCauses() {}

    /** {@return the text of the query that is executed, or null when it is a load} */
    static @Nullable String query(ExecutionContext context) {
        String identifier = context.getQueryIdentifier(NO_QUERY);
        if (identifier != null && !identifier.equals(NO_QUERY)) {
            return identifier.replace(NO_QUERY, "").strip();
        }
        String comment = context.getQueryOptions().getComment();
        return comment == null || comment.isEmpty() ? null : comment;
    }

    /**
     * {@return the cause of a load that no event announced}
     *
     * @param reason why an entity is loaded by its identifier
     */
    static Cause withoutEvent(ExecutionContext context, Reason reason) {
        if (context.getEntityUniqueKeyAttributePath() != null) {
            return new Cause.EntityLoad("", Reason.EAGER, 1);
        }
        if (context.getEntityId() != null) {
            EntityMappingType entity = context.getRootEntityDescriptor();
            return new Cause.EntityLoad(entity == null ? "" : entity.getEntityName(), reason, 1);
        }
        return new Cause.Unknown();
    }
}
