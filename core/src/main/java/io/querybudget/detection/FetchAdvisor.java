package io.querybudget.detection;

import io.querybudget.Association;
import io.querybudget.Cause;
import io.querybudget.ExecutedStatement;
import io.querybudget.Fix;
import io.querybudget.Fix.FetchInBatches.Reason;
import io.querybudget.FixLocation;
import io.querybudget.Owner;
import io.querybudget.sql.SqlOperand;
import io.querybudget.sql.SqlText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses the fix for an association that was loaded row by row: where the query is, and whether it can fetch it. */
final class FetchAdvisor {

    /**
     * What to change, and where.
     *
     * @param fix what to change
     * @param location the query to change, or null when it ran before the recording began
     */
    record Advice(Fix fix, @Nullable FixLocation location) {}

    private record Root(@Nullable ExecutedStatement query, List<Association> path) {}

    private final Statements statements;
    private final Map<Long, List<Association>> collectionsFetchedByRoot = new HashMap<>();

    FetchAdvisor(Statements statements) {
        this.statements = statements;
    }

    Advice advise(Evidence evidence, Repetition repetition) {
        ExecutedStatement first = evidence.members().get(0).statement();
        if (evidence.associations().isEmpty()) {
            return new Advice(lookUpFix(first.cause()), location(first));
        }
        Association association = evidence.associations().get(0);
        Root root = root(association, evidence.parentId());
        boolean isLoadedByHibernate = !repetition.associations().isEmpty()
                || (first.cause() instanceof Cause.EntityLoad load && load.reason() == Cause.EntityLoad.Reason.PROXY);
        Fix fix = isLoadedByHibernate ? fix(association, first, root) : lookUpFix(first.cause());
        ExecutedStatement query = isLoadedByHibernate ? root.query : first;
        return new Advice(fix, query == null ? null : location(query));
    }

    private static FixLocation location(ExecutedStatement query) {
        return new FixLocation(query.repositoryMethod(), query.origin().orElse(null));
    }

    private static Fix lookUpFix(Cause cause) {
        if (!(cause instanceof Cause.EntityLoad load)) {
            return new Fix.QueryForAllKeys();
        }
        return load.reason() == Cause.EntityLoad.Reason.MERGE
                ? new Fix.TellNew(load.entityName())
                : new Fix.FindAllById(load.entityName());
    }

    private Fix fix(Association association, ExecutedStatement first, Root root) {
        if (association.kind() == Association.Kind.INVERSE_TO_ONE) {
            return new Fix.ShareKey(association);
        }
        ExecutedStatement query = root.query;
        if (query == null || !(query.cause() instanceof Cause.Query)) {
            return new Fix.FetchInBatches(association, Reason.NO_QUERY);
        }
        if (isLoadedByMapping(association, first)) {
            return new Fix.MapLazy(association);
        }
        boolean isPlural = root.path.stream().anyMatch(Association::isPlural);
        if (isPlural && isPaged(query)) {
            return new Fix.FetchInBatches(association, Reason.PAGED);
        }
        if (association.isPlural() && !joins(query, root.path)) {
            return new Fix.FetchInBatches(association, Reason.SECOND_COLLECTION);
        }
        String rootEntity = root.path.get(0).entityName();
        return new Fix.FetchWithQuery(rootEntity, List.of(pathText(root.path)));
    }

    private static boolean isLoadedByMapping(Association association, ExecutedStatement load) {
        return association.eager() && load.provenance().callerId() != 0;
    }

    /** Climbs from an association to the query whose rows it started from, noting the attributes on the way. */
    private Root root(Association association, long parentId) {
        Deque<Association> path = new ArrayDeque<>();
        path.addFirst(association);
        Optional<ExecutedStatement> statement = statements.find(parentId);
        while (statement.isPresent() && !(statement.get().cause() instanceof Cause.Query)) {
            Optional<Owner> owner =
                    statement.get().provenance().owners().stream().findFirst();
            if (owner.isEmpty() || owner.get().statementId() >= statement.get().id()) {
                break;
            }
            path.addFirst(owner.get().association());
            statement = statements.find(owner.get().statementId());
        }
        return new Root(statement.orElse(null), new ArrayList<>(path));
    }

    /** {@return whether the collection can be joined by the query next to those that it joins already} */
    private boolean joins(ExecutedStatement query, List<Association> path) {
        List<Association> fetched = collectionsFetchedByRoot.computeIfAbsent(query.id(), unused -> new ArrayList<>());
        boolean isNestedInAll = path.containsAll(fetched);
        boolean hasSecondBag = path.stream()
                        .filter(each -> each.kind() == Association.Kind.BAG)
                        .count()
                > 1;
        if (!isNestedInAll || hasSecondBag) {
            return false;
        }
        path.stream()
                .filter(Association::isPlural)
                .filter(each -> !fetched.contains(each))
                .forEach(fetched::add);
        return true;
    }

    private static boolean isPaged(ExecutedStatement query) {
        return SqlText.of(query.sql()).operands().stream().anyMatch(SqlOperand::isPaging);
    }

    private static String pathText(List<Association> path) {
        return String.join(".", path.stream().map(Association::path).toList());
    }
}
