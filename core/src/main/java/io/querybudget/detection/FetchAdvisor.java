package io.querybudget.detection;

import io.querybudget.Association;
import io.querybudget.Cause;
import io.querybudget.ExecutedStatement;
import io.querybudget.FetchFix;
import io.querybudget.FetchFix.FetchInBatches.Reason;
import io.querybudget.Finding;
import io.querybudget.Fix;
import io.querybudget.FixLocation;
import io.querybudget.Mapping;
import io.querybudget.Materialised;
import io.querybudget.Owner;
import io.querybudget.detection.QueryRoots.Selected;
import io.querybudget.sql.SqlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;
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
    private final Mapping mapping;
    private final QueryRoots roots;
    private final EagerGraph eagerGraph;
    private final FetchedCollections fetched;
    private final BatchAdvisor batches;
    private final LongFunction<@Nullable Finding> findingOfStatement;

    FetchAdvisor(
            Statements statements,
            KeyRelations relations,
            LookUpAdvisor lookUps,
            Mapping mapping,
            LongFunction<@Nullable Finding> findingOfStatement) {
        this.statements = statements;
        this.lookUps = lookUps;
        this.mapping = mapping;
        this.roots = new QueryRoots(relations, mapping);
        this.eagerGraph = new EagerGraph(mapping, relations);
        this.fetched = new FetchedCollections(relations);
        this.batches = new BatchAdvisor(mapping, new BatchCounts(statements, findingOfStatement));
        this.findingOfStatement = findingOfStatement;
    }

    Advice advise(Evidence evidence, Repetition repetition) {
        ExecutedStatement first = evidence.members().get(0).statement();
        if (!isLoadedThroughOwner(evidence, repetition, first)) {
            return new Advice(lookUps.advise(evidence), FixLocation.of(first));
        }
        Association association = evidence.associations().get(0);
        Root root = root(association, evidence.parentId());
        ExecutedStatement query = root.query;
        Optional<Fix> each = each(evidence);
        if (each.isPresent()) {
            return new Advice(each.get(), query == null ? null : FixLocation.of(query));
        }
        return new Advice(fix(association, evidence, root), query == null ? null : FixLocation.of(query));
    }

    /** {@return how to fetch each of several attributes that fit, empty when there is one or a query cannot fetch all} */
    private Optional<Fix> each(Evidence evidence) {
        List<FetchFix.FetchEach.Candidate> candidates = new ArrayList<>();
        for (Association association : evidence.associations()) {
            Root root = root(association, ownerStatement(association, evidence));
            Fix fix = fix(association, evidence, root);
            if (root.query != null && fix instanceof FetchFix.FetchWithQuery fetch) {
                candidates.add(new FetchFix.FetchEach.Candidate(fetch, FixLocation.of(root.query)));
            }
        }
        boolean areAll = candidates.size() == evidence.associations().size();
        return areAll && candidates.size() > 1 ? Optional.of(new FetchFix.FetchEach(candidates)) : Optional.empty();
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

    private Fix fix(Association association, Evidence evidence, Root root) {
        Fix fetch = fetch(association, evidence, root);
        if (association.kind() == Association.Kind.INVERSE_TO_ONE) {
            return new FetchFix.ShareKey(association, fetch instanceof FetchFix.FetchWithQuery query ? query : null);
        }
        return fetch instanceof FetchFix.FetchWithQuery query && isLoadedByMapping(association, evidence)
                ? new FetchFix.FetchEager(association, query)
                : fetch;
    }

    private static boolean isLoadedByMapping(Association association, Evidence evidence) {
        return association.eager()
                && evidence.members().get(0).statement().provenance().callerId() != 0;
    }

    private Fix fetch(Association association, Evidence evidence, Root root) {
        Optional<List<List<Association>>> eager = eager(association, evidence, root);
        List<List<Association>> plurals = plurals(root.path, eager.orElse(List.of()));
        Optional<Reason> reason = reason(association, evidence, root, plurals)
                .or(() -> eager.isPresent() ? Optional.empty() : Optional.of(Reason.EAGER_CIRCLE))
                .or(() -> reasonAround(evidence));
        if (reason.isPresent()) {
            return batches.advise(association, reason.get(), evidence, root.query);
        }
        ExecutedStatement query = Objects.requireNonNull(root.query);
        Optional<Selected> selected = roots.selected(query, root.path.get(0));
        String first = selected.map(found -> typeOf(found, query, root.path.get(0), evidence))
                .orElse("");
        List<List<Association>> behind = eager.orElse(List.of());
        Map<Association, String> subtypes = new HashMap<>();
        Stream.concat(Stream.of(root.path), behind.stream()).forEach(path -> addSubtypes(first, path, subtypes));
        return new FetchFix.FetchWithQuery(
                roots.steps(root.path),
                roots.start(query, root.path.get(0)).orElse(null),
                behind.stream().map(roots::steps).toList(),
                subtypes,
                QueryText.of(query).filter(QueryText::isCriteria).isPresent());
    }

    /** {@return the type that a query selects: a hierarchy's root, when no text tells it and others came as well} */
    private static String typeOf(Selected selected, ExecutedStatement query, Association attribute, Evidence evidence) {
        boolean isTold = QueryText.of(query).flatMap(QueryText::root).isPresent();
        int ofType = evidence.members().stream()
                .flatMap(member -> member.statement().provenance().owners().stream())
                .filter(owner ->
                        owner.statementId() == query.id() && owner.association().equals(attribute))
                .mapToInt(Owner::siblings)
                .max()
                .orElse(0);
        return query.materialised().entities().stream()
                .filter(entities -> !isTold && ofType > 0 && entities.count() > ofType)
                .map(Materialised.Entities::entityName)
                .findFirst()
                .orElse(selected.entityName());
    }

    private void addSubtypes(String first, List<Association> path, Map<Association, String> subtypes) {
        String before = first;
        for (Association attribute : path) {
            if (before != null && mapping.isSubtype(attribute.entityName(), before)) {
                subtypes.put(attribute, mapping.queryName(attribute.entityName()));
            }
            before = attribute.target();
        }
    }

    /** {@return the paths to all that has to be fetched too, lest it follows row by row; empty when no query can} */
    private Optional<List<List<Association>>> eager(Association association, Evidence evidence, Root root) {
        Optional<List<List<Association>>> paths = eagerGraph.behind(root.path);
        for (Association other : cameAlong(association, evidence, root)) {
            List<Association> start = List.of(other);
            paths = paths.flatMap(known -> eagerGraph
                    .behind(start)
                    .map(behind -> Stream.of(known, List.of(start), behind)
                            .flatMap(List::stream)
                            .toList()));
        }
        return paths;
    }

    /**
     * {@return what the mapping loads with the owner as well, and what had no statement of its own: the one for the
     * association brought it, because that led back to the owner}
     */
    private List<Association> cameAlong(Association association, Evidence evidence, Root root) {
        ExecutedStatement query = root.query;
        if (query == null || root.path.size() > 1 || !isLoadedByMapping(association, evidence)) {
            return List.of();
        }
        return eagerGraph.besides(association).stream()
                .filter(other -> !other.equals(association) && !roots.isJoined(query, other))
                .filter(other -> statements.all().stream()
                        .flatMap(statement -> statement.provenance().owners().stream())
                        .noneMatch(owner -> owner.association().equals(other)))
                .toList();
    }

    /** {@return why the query cannot fetch the association, empty when it can} */
    private Optional<Reason> reason(
            Association association, Evidence evidence, Root root, List<List<Association>> plurals) {
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
        if (evidence.isWalk() || runsInCircles(root.path)) {
            return Optional.of(Reason.TREE);
        }
        List<Association> longest =
                plurals.stream().max(Comparator.comparing(List::size)).orElse(List.of());
        if (!longest.isEmpty() && SqlText.of(query.sql()).isPaged()) {
            return Optional.of(Reason.PAGED);
        }
        boolean areNested = plurals.stream()
                .allMatch(each -> longest.subList(0, each.size()).equals(each));
        return areNested && fetched.canAdd(query, longest) ? Optional.empty() : Optional.of(Reason.SECOND_COLLECTION);
    }

    /** Down a tree of two kinds of nodes, such as tracks with halts with branch tracks, attributes take turns. */
    private static boolean runsInCircles(List<Association> path) {
        return path.stream().distinct().count() < path.size();
    }

    /** {@return why the query cannot fetch what holds the association, empty when it can} */
    private Optional<Reason> reasonAround(Evidence evidence) {
        Finding enclosing = findingOfStatement.apply(evidence.parentId());
        return enclosing == null ? Optional.empty() : BatchAdvisor.reason(enclosing.fix());
    }

    /** {@return the collections on each of the paths that have to be fetched together} */
    private List<List<Association>> plurals(List<Association> path, List<List<Association>> eager) {
        return Stream.concat(Stream.of(path), eager.stream())
                .map(each ->
                        roots.steps(each).stream().filter(Association::isPlural).toList())
                .toList();
    }

    /** Climbs from an association to the query whose rows it started from, noting the attributes on the way. */
    private Root root(Association association, long parentId) {
        List<Association> path = new ArrayList<>(List.of(association));
        Optional<ExecutedStatement> statement = statements.find(parentId);
        while (statement.isPresent() && !(statement.get().cause() instanceof Cause.Query)) {
            Optional<Owner> owner =
                    statement.get().provenance().owners().stream().findFirst();
            if (owner.isEmpty() || owner.get().statementId() >= statement.get().id()) {
                break;
            }
            Association outer = owner.get().association();
            String target = outer.target();
            if (target != null) {
                path.addAll(0, eagerGraph.way(target, path.get(0)).orElse(List.of()));
            }
            path.add(0, outer);
            statement = statements.find(owner.get().statementId());
        }
        ExecutedStatement query = statement.orElse(null);
        if (query != null && roots.alias(query, path.get(0)).isEmpty()) {
            roots.joined(query, path.get(0)).ifPresent(joined -> path.add(0, joined));
        }
        return new Root(query, List.copyOf(path));
    }
}
