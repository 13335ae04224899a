package io.querybudget.report;

import io.querybudget.Association;
import io.querybudget.FetchFix;
import io.querybudget.FetchFix.FetchWithQuery.Start;
import io.querybudget.FixLocation;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says how one query fetches attributes: by an entity graph, or by joins, which reach no attribute that is no association. */
final class FetchSentences {

    private static final String LOAD = ", type = EntityGraphType.LOAD";

    private FetchSentences() {}

    static String of(List<FetchFix.FetchWithQuery> needed, @Nullable FixLocation location) {
        List<FetchFix.FetchWithQuery> fetches = needed.stream()
                .flatMap(FetchFix.FetchWithQuery::each)
                .distinct()
                .toList();
        boolean fitGraph = fetches.stream().allMatch(FetchSentences::fitsGraph);
        boolean isAnyBasic = fetches.stream()
                .flatMap(fetch -> fetch.path().stream())
                .anyMatch(attribute -> attribute.kind() == Association.Kind.LAZY_ATTRIBUTE);
        List<String> paths =
                fetches.stream().map(FetchSentences::path).distinct().toList();
        if (fitGraph && location != null && location.repositoryMethod() != null) {
            return graph(paths, isAllEagerIn(fetches) ? "" : LOAD) + " on " + location.repositoryMethod()
                    + (location.isInherited() ? ", declared again for it" : "");
        }
        if (isAnyBasic) {
            String all = fetches.stream()
                    .map(fetch -> path(fetch) + subgraph(fetch))
                    .distinct()
                    .collect(Collectors.joining(", "));
            return "an entity graph with " + all + " for " + Places.query(location);
        }
        boolean isCriteria = fetches.stream().allMatch(FetchFix.FetchWithQuery::isCriteria)
                && (location == null || location.repositoryMethod() == null);
        return isCriteria
                ? FetchJoins.of(fetches, FetchForm.CRITERIA) + " in " + Places.query(location)
                : FetchJoins.of(fetches, FetchForm.JPQL) + " in " + Places.query(location) + naming(fetches);
    }

    /** The paths of an entity graph name no attribute that only a subtype has. */
    private static boolean fitsGraph(FetchFix.FetchWithQuery fetch) {
        Start start = fetch.start();
        return start != null && !start.isJoined() && fetch.subtypes().isEmpty();
    }

    private static boolean isUnnamed(FetchFix.FetchWithQuery fetch) {
        Start start = fetch.start();
        return start == null || start.alias().isEmpty();
    }

    /** {@return the alias that the joins use, when the query has none yet} */
    private static String naming(List<FetchFix.FetchWithQuery> fetches) {
        return fetches.stream()
                .filter(FetchSentences::isUnnamed)
                .map(fetch -> ", with the alias " + start(fetch) + " for " + entity(fetch))
                .distinct()
                .collect(Collectors.joining());
    }

    /** {@return the annotation of a repository method that fetches some paths} */
    static String graph(List<String> paths) {
        return graph(paths, "");
    }

    private static String graph(List<String> paths, String type) {
        String quoted = paths.stream().map(path -> "\"" + path + "\"").collect(Collectors.joining(", "));
        String list = paths.size() == 1 ? quoted : "{" + quoted + "}";
        return "@EntityGraph(attributePaths = " + list + type + ")";
    }

    /** {@return whether the paths begin with all that is loaded with the entity, which the graph would make lazy else} */
    private static boolean isAllEagerIn(List<FetchFix.FetchWithQuery> fetches) {
        Set<Association> fetched =
                fetches.stream().map(fetch -> fetch.path().get(0)).collect(Collectors.toSet());
        return fetches.stream()
                .map(FetchFix.FetchWithQuery::start)
                .flatMap(Stream::ofNullable)
                .flatMap(start -> start.eager().stream())
                .allMatch(fetched::contains);
    }

    private static String subgraph(FetchFix.FetchWithQuery fetch) {
        return fetch.path().stream()
                .map(fetch.subtypes()::get)
                .filter(Objects::nonNull)
                .map(subtype -> " in the subclass subgraph of " + subtype)
                .collect(Collectors.joining());
    }

    private static String path(FetchFix.FetchWithQuery fetch) {
        return fetch.path().stream().map(Association::path).collect(Collectors.joining("."));
    }

    /** {@return what JPQL calls the entity that a path starts at} */
    static String start(FetchFix.FetchWithQuery fetch) {
        Start start = fetch.start();
        return start == null || start.alias().isEmpty() ? Association.usualAlias(entity(fetch)) : start.alias();
    }

    private static String entity(FetchFix.FetchWithQuery fetch) {
        Start start = fetch.start();
        return Association.simpleName(start == null ? fetch.path().get(0).entityName() : start.entityName());
    }
}
