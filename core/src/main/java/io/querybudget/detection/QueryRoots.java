package io.querybudget.detection;

import io.querybudget.Association;
import io.querybudget.ExecutedStatement;
import io.querybudget.FetchFix.FetchWithQuery.Start;
import io.querybudget.Mapping;
import io.querybudget.sql.SqlText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells how a query can name an attribute: from the entity that it selects, through collections of embeddables. */
final class QueryRoots {

    /**
     * An entity among what a query selects.
     *
     * @param entityName the name of its type
     * @param alias what the query calls it, an alias or a path; the empty string when it gives it no name
     * @param isJoined whether the query reaches it from another entity
     */
    record Selected(String entityName, String alias, boolean isJoined) {}

    private final KeyRelations relations;
    private final Mapping mapping;

    QueryRoots(KeyRelations relations, Mapping mapping) {
        this.relations = relations;
        this.mapping = mapping;
    }

    /** {@return what a query calls the entity that has an attribute; empty unless it plainly selects that one} */
    Optional<String> alias(ExecutedStatement query, Association attribute) {
        return selected(query, attribute).map(Selected::alias);
    }

    /** {@return what a query selects that has an attribute, or whose subtype has it; empty unless that is plain} */
    Optional<Selected> selected(ExecutedStatement query, Association attribute) {
        Optional<QueryText> text =
                QueryText.of(query).filter(each -> each.root().isPresent());
        return text.isPresent() ? selected(text.get(), attribute) : ofTable(rootTable(query), attribute);
    }

    /** {@return what a query selects, as the start of a path that begins with an attribute; empty unless that is plain} */
    Optional<Start> start(ExecutedStatement query, Association first) {
        return selected(query, first)
                .map(selected -> new Start(
                        mapping.queryName(selected.entityName()),
                        selected.alias(),
                        selected.isJoined() || isJoined(query, first),
                        mapping.eagerOf(first.entityName())));
    }

    private Optional<Selected> selected(QueryText text, Association attribute) {
        String root = text.root().orElse("");
        String alias = text.alias().orElse("");
        Optional<Selected> first = Stream.concat(mapping.entityNames(root), Stream.of(root))
                .filter(entity -> mapping.areRelated(entity, attribute.entityName()))
                .map(entity -> new Selected(entity, alias, false))
                .findFirst();
        return text.selects(alias) ? first : joined(text, attribute).or(() -> first);
    }

    private Optional<Selected> joined(QueryText text, Association attribute) {
        return Stream.concat(text.joins().keySet().stream().filter(text::selects), text.selectedPath().stream())
                .flatMap(name -> types(text, name, text.joins()).map(type -> new Selected(type, name, true)))
                .filter(selected -> mapping.areRelated(selected.entityName(), attribute.entityName()))
                .findFirst();
    }

    /**
     * {@return the entities that a query may mean by an alias or a path, one for each mapping that has such}
     *
     * @param joins the joins that may define the alias: a subquery may use one again for something else
     */
    private Stream<String> types(QueryText text, String name, Map<String, String> joins) {
        int dot = name.indexOf('.');
        if (dot >= 0) {
            return types(text, name.substring(0, dot), joins)
                    .flatMap(owner -> relations
                            .leadingTo(target -> true)
                            .filter(each -> each.path().equals(name.substring(dot + 1)))
                            .filter(each -> mapping.areRelated(each.entityName(), owner))
                            .flatMap(each -> Stream.ofNullable(each.target())));
        }
        String path = text.alias().equals(Optional.of(name)) ? null : joins.get(name);
        if (path == null) {
            return text.root().stream().flatMap(mapping::entityNames);
        }
        Map<String, String> others = new HashMap<>(joins);
        others.remove(name);
        return types(text, path, others);
    }

    private Optional<Selected> ofTable(String table, Association attribute) {
        String entityName = attribute.entityName();
        String name = mapping.queryName(entityName);
        String usualAlias = Association.usualAlias(name);
        return relations.tablesOf(entityName).contains(table)
                ? Optional.of(new Selected(entityName, usualAlias, false))
                : mapping.entities().stream()
                        .filter(entity -> mapping.isSubtype(entityName, entity.name()))
                        .filter(entity -> entity.tables().stream().anyMatch(table::equalsIgnoreCase))
                        .map(entity -> new Selected(entity.name(), usualAlias, false))
                        .findFirst();
    }

    /**
     * {@return the attribute through which a query joins the entity that declares another one; empty unless there is one}
     */
    Optional<Association> joined(ExecutedStatement query, Association attribute) {
        List<Association> joined = relations
                .leadingTo(target -> mapping.areRelated(target, attribute.entityName()))
                .filter(candidate -> isJoined(query, candidate) || isRead(query, candidate))
                .toList();
        return joined.size() == 1 ? Optional.of(joined.get(0)) : Optional.empty();
    }

    private boolean isRead(ExecutedStatement query, Association attribute) {
        return alias(query, attribute).isPresent()
                && relations.collectionsReadBy(query).contains(attribute);
    }

    /** {@return whether the text of a query joins an attribute in order to fetch it} */
    boolean isJoined(ExecutedStatement query, Association attribute) {
        return alias(query, attribute)
                .filter(alias -> QueryText.of(query)
                        .filter(text -> text.fetches(alias, attribute.path()))
                        .isPresent())
                .isPresent();
    }

    /** {@return the path with a step of its own for each collection of embeddables that an attribute leads through} */
    List<Association> steps(List<Association> path) {
        return path.stream().flatMap(this::steps).distinct().toList();
    }

    private Stream<Association> steps(Association attribute) {
        Optional<Association> collection = relations.collectionAround(attribute);
        return collection
                .map(outer -> Stream.of(
                        outer,
                        new Association(
                                attribute.entityName(),
                                attribute.path().substring(outer.path().length() + 1),
                                attribute.kind(),
                                attribute.eager(),
                                attribute.target())))
                .orElse(Stream.of(attribute));
    }

    private static String rootTable(ExecutedStatement query) {
        SqlText sql = SqlText.of(query.sql());
        return sql.resultColumn(1)
                .map(column -> column.table())
                .or(() -> sql.tables().stream().findFirst())
                .orElse("");
    }
}
