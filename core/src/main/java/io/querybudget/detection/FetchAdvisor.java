package io.querybudget.detection;

import io.querybudget.Association;
import io.querybudget.Cause;
import io.querybudget.ExecutedStatement;
import io.querybudget.Fix;
import io.querybudget.Fix.FetchInBatches;
import io.querybudget.Fix.FetchInBatches.Reason;
import io.querybudget.FixLocation;
import io.querybudget.Mapping;
import io.querybudget.Owner;
import io.querybudget.sql.SqlText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses the fix for statements that were issued row by row: where the query is, and whether it can fetch more. */
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
    private final LookUpAdvisor lookUps;
    private final QueryRoots roots;
    private final FetchedCollections fetched;
    private final BatchCounts batches;

    FetchAdvisor(
            Statements statements,
            KeyRelations relations,
            LookUpAdvisor lookUps,
            Mapping mapping,
            BatchCounts batches) {
        this.statements = statements;
        this.lookUps = lookUps;
        this.roots = new QueryRoots(relations, mapping);
        this.fetched = new FetchedCollections(relations);
        this.batches = batches;
    }

    Advice advise(Evidence evidence, Repetition repetition) {
        ExecutedStatement first = evidence.members().get(0).statement();
        if (!isLoadedThroughOwner(evidence, repetition, first)) {
            return new Advice(lookUps.advise(evidence), location(first));
        }
        Association association = evidence.associations().get(0);
        Root root = root(association, evidence.parentId());
        ExecutedStatement query = root.query;
        Optional<Fix> each = each(evidence);
        if (each.isPresent()) {
            return new Advice(each.get(), query == null ? null : location(query));
        }
        return new Advice(fix(association, evidence, root), query == null ? null : location(query));
    }

    /** {@return how to fetch each of several attributes that fit, empty when there is one or a query cannot fetch all} */
    private Optional<Fix> each(Evidence evidence) {
        List<Fix.FetchEach.Candidate> candidates = new ArrayList<>();
        for (Association association : evidence.associations()) {
            Root root = root(association, ownerStatement(association, evidence));
            Fix fix = fix(association, evidence, root);
            if (root.query != null && fix instanceof Fix.FetchWithQuery fetch) {
                candidates.add(new Fix.FetchEach.Candidate(fetch, location(root.query)));
            }
        }
        boolean areAll = candidates.size() == evidence.associations().size();
        return areAll && candidates.size() > 1 ? Optional.of(new Fix.FetchEach(candidates)) : Optional.empty();
    }

    private static long ownerStatement(Association association, Evidence evidence) {
        return evidence.members().stream()
                .flatMap(member -> member.statement().provenance().owners().stream())
                .filter(owner -> owner.association().equals(association))
                .mapToLong(Owner::statementId)
                .filter(id -> id != 0)
                .findFirst()
                .orElse(0);
    }

    /** {@return whether an entity's attribute was read, which an identifier from a projection is not} */
    private boolean isLoadedThroughOwner(Evidence evidence, Repetition repetition, ExecutedStatement first) {
        if (evidence.associations().isEmpty()) {
            return false;
        }
        boolean isProxy =
                first.cause() instanceof Cause.EntityLoad load && load.reason() == Cause.EntityLoad.Reason.PROXY;
        return !repetition.associations().isEmpty()
                || first.cause() instanceof Cause.CollectionLoad
                || (isProxy && !isProjection(evidence.parentId()));
    }

    private boolean isProjection(long statementId) {
        return statements
                .find(statementId)
                .flatMap(QueryText::of)
                .filter(QueryText::isProjection)
                .isPresent();
    }

    private static FixLocation location(ExecutedStatement query) {
        return new FixLocation(query.repositoryMethod(), query.origin().orElse(null));
    }

    private Fix fix(Association association, Evidence evidence, Root root) {
        Fix fetch = fetch(association, evidence, root);
        if (association.kind() == Association.Kind.INVERSE_TO_ONE) {
            return new Fix.ShareKey(association, fetch instanceof Fix.FetchWithQuery query ? query : null);
        }
        boolean isLoadedByMapping =
                evidence.members().get(0).statement().provenance().callerId() != 0 && association.eager();
        return isLoadedByMapping ? new Fix.MapLazy(association, fetch) : fetch;
    }

    private Fix fetch(Association association, Evidence evidence, Root root) {
        Optional<Reason> reason = reason(association, root);
        if (reason.isPresent()) {
            boolean isStreamed = root.query != null && evidence.isStreamed(root.query.id());
            return new FetchInBatches(association, reason.get(), isStreamed, batches.of(evidence, isStreamed));
        }
        ExecutedStatement query = root.query;
        Optional<String> alias = query == null ? Optional.empty() : roots.alias(query, root.path.get(0));
        return new Fix.FetchWithQuery(roots.steps(root.path), alias.orElse(null));
    }

    /** {@return why the query cannot fetch the association, empty when it can} */
    private Optional<Reason> reason(Association association, Root root) {
        ExecutedStatement query = root.query;
        if (query == null) {
            return Optional.of(Reason.UNKNOWN_QUERY);
        }
        if (!(query.cause() instanceof Cause.Query)) {
            return Optional.of(Reason.NO_QUERY);
        }
        if (association.isOfAnyType()) {
            return Optional.of(Reason.ANY_TYPE);
        }
        if (QueryText.of(query).filter(QueryText::isSql).isPresent()) {
            return Optional.of(Reason.NATIVE_SQL);
        }
        List<Association> plurals =
                roots.steps(root.path).stream().filter(Association::isPlural).toList();
        if (!plurals.isEmpty() && SqlText.of(query.sql()).isPaged()) {
            return Optional.of(Reason.PAGED);
        }
        return fetched.canAdd(query, plurals) ? Optional.empty() : Optional.of(Reason.SECOND_COLLECTION);
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
        return new Root(statement.orElse(null), List.copyOf(path));
    }
}
