package io.querybudget.report;

import io.querybudget.Association;
import io.querybudget.FetchFix;
import io.querybudget.FetchFix.FetchWithQuery.Start;
import io.querybudget.FixLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says how one query fetches attributes: by an entity graph, or by joins, each with an alias when another one starts at it; no join reaches what is no association. */
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
        return isAnyBasic
                ? "an entity graph with " + String.join(", ", paths) + " for " + Places.query(location)
                : joins(fetches) + " in " + Places.query(location) + naming(fetches);
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

    private static String path(FetchFix.FetchWithQuery fetch) {
        return fetch.path().stream().map(Association::path).collect(Collectors.joining("."));
    }

    /** {@return the joins in JPQL, such as {@code left join fetch o.lines l left join fetch l.product}} */
    static String joins(List<FetchFix.FetchWithQuery> fetches) {
        Set<String> left = new HashSet<>();
        fetches.forEach(
                fetch -> left.addAll(steps(fetch).subList(0, fetch.path().size() - 1)));
        Map<String, String> aliases = new HashMap<>();
        List<String> joins = new ArrayList<>();
        for (FetchFix.FetchWithQuery fetch : fetches) {
            String from = start(fetch);
            aliases.putIfAbsent("", from);
            Map<Association, String> subtypes = fetch.subtypes();
            List<String> steps = steps(fetch);
            for (int i = 0; i < steps.size(); i++) {
                String attribute = fetch.path().get(i).path();
                String subtype = subtypes.get(fetch.path().get(i));
                String holder = subtype == null ? from : "treat(" + from + " as " + subtype + ")";
                if (!aliases.containsKey(steps.get(i))) {
                    String alias = left.contains(steps.get(i)) ? unused(attribute, aliases) : "";
                    joins.add("left join fetch " + holder + "." + attribute + (alias.isEmpty() ? "" : " " + alias));
                    aliases.put(steps.get(i), alias);
                }
                from = aliases.getOrDefault(steps.get(i), "");
            }
        }
        return String.join(" ", joins);
    }

    private static String start(FetchFix.FetchWithQuery fetch) {
        Start start = fetch.start();
        return start == null || start.alias().isEmpty() ? Association.usualAlias(entity(fetch)) : start.alias();
    }

    private static String entity(FetchFix.FetchWithQuery fetch) {
        Start start = fetch.start();
        return Association.simpleName(start == null ? fetch.path().get(0).entityName() : start.entityName());
    }

    /** {@return the paths from the start to each attribute, the longest last} */
    private static List<String> steps(FetchFix.FetchWithQuery fetch) {
        List<String> steps = new ArrayList<>();
        String path = start(fetch);
        for (Association attribute : fetch.path()) {
            path = path + "." + attribute.path();
            steps.add(path);
        }
        return steps;
    }

    private static String unused(String attribute, Map<String, String> aliases) {
        String last = attribute.substring(attribute.lastIndexOf('.') + 1);
        String letter = Association.usualAlias(last);
        String alias = letter;
        for (int number = 2; aliases.containsValue(alias); number++) {
            alias = letter + number;
        }
        return alias;
    }
}
