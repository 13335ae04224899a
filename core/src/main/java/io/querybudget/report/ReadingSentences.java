package io.querybudget.report;

import io.querybudget.Association;
import io.querybudget.Fix;
import io.querybudget.ReadFix;
import java.util.List;
import java.util.stream.Collectors;

/** Says how a query reads less. */
final class ReadingSentences {

    private ReadingSentences() {}

    static String of(ReadFix fix, String place) {
        if (fix instanceof ReadFix.FetchApart apart) {
            return apart(apart.collections(), place);
        }
        if (fix instanceof ReadFix.PageInDatabase page) {
            return page(page.collections(), place);
        }
        if (fix instanceof ReadFix.ReadFewerColumns columns) {
            String lazy = columns.hasLargeObjects()
                    ? ", or @Basic(fetch = FetchType.LAZY) on the large objects with bytecode enhancement"
                    : "";
            return "a projection in " + place + " (a record or an interface) of the columns of "
                    + Association.simpleName(columns.entityName()) + " that are used" + lazy;
        }
        return "a page (setMaxResults, Pageable), a condition, a projection or an aggregate in " + place
                + ", so that fewer rows are read";
    }

    private static String apart(List<Association> collections, String place) {
        List<Association> others = collections.subList(1, collections.size());
        return "fetch only " + collections.get(0).simpleRole() + " in " + place + ", and " + roles(others)
                + " by a second query or @BatchSize(size = " + Fix.BATCH_SIZE + ")";
    }

    private static String page(List<Association> collections, String place) {
        if (collections.isEmpty()) {
            return "let the database page in " + place + ": no hint to apply the limit in memory";
        }
        return "two queries in " + place + ": a page of ids without " + roles(collections)
                + ", then the entities \"where id in :ids\" with it; or @BatchSize(size = " + Fix.BATCH_SIZE + ") on "
                + roles(collections)
                + " instead of fetching it";
    }

    private static String roles(List<Association> associations) {
        return associations.stream().map(Association::simpleRole).collect(Collectors.joining(" and "));
    }
}
