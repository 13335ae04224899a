package io.querybudget.detection;

import io.querybudget.Association;
import io.querybudget.ExecutedStatement;
import io.querybudget.Mapping;
import io.querybudget.sql.SqlText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells how a query can name an attribute: from the entity that it selects, through collections of embeddables. */
final class QueryRoots {

    private final KeyRelations relations;
    private final Mapping mapping;

    QueryRoots(KeyRelations relations, Mapping mapping) {
        this.relations = relations;
        this.mapping = mapping;
    }

    /** {@return what a query calls the entity that declares the attribute; empty unless it plainly selects that one} */
    Optional<String> alias(ExecutedStatement query, Association attribute) {
        String entity = mapping.queryName(attribute.entityName());
        Optional<QueryText> text =
                QueryText.of(query).filter(each -> each.root().isPresent());
        boolean isRoot = text.isPresent()
                ? text.flatMap(QueryText::root)
                        .filter(root -> root.equals(entity) || root.equals(attribute.entityName()))
                        .isPresent()
                : relations.tablesOf(attribute.entityName()).stream().anyMatch(rootTable(query)::equals);
        String usualAlias = entity.substring(0, 1).toLowerCase(Locale.ROOT);
        String alias = text.map(each -> each.alias().orElse("")).orElse(usualAlias);
        return isRoot ? Optional.of(alias) : Optional.empty();
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
