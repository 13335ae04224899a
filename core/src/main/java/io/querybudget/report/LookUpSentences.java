package io.querybudget.report;

import io.querybudget.Association;
import io.querybudget.FixLocation;
import io.querybudget.LookUpFix;
import io.querybudget.LookUpFix.QueryForAllKeys;
import io.querybudget.LookUpFix.QueryForAllKeys.Form;
import io.querybudget.sql.SqlText;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says how rows are read, or deleted, together instead of key by key. */
final class LookUpSentences {

    private static final int LONGEST_QUERY = 160;
    private static final Set<String> FINDS = Set.of("findById", "getReferenceById", "getById", "getOne");

    private LookUpSentences() {}

    static String of(LookUpFix fix, @Nullable FixLocation location) {
        String place = Places.of(location);
        if (fix instanceof QueryForAllKeys query) {
            return forAllKeys(query, place);
        }
        if (fix instanceof LookUpFix.WalkByLevels) {
            return "one query with \"in\" for each level at " + place + ", or a recursive common table expression";
        }
        if (fix instanceof LookUpFix.AskOnce ask) {
            return askOnce(ask.answer(), place);
        }
        return ofEntities(fix, location, place);
    }

    private static String askOnce(LookUpFix.AskOnce.Answer form, String place) {
        return switch (form) {
            case RESULT -> "ask once at " + place + " and keep the answer";
            case PAGE_COUNT ->
                "a method that returns Slice or Window in place of " + place + ", whose Page counts all rows each time";
            case MANAGED_ENTITIES ->
                "ask once at " + place
                        + " and keep the entities; the session holds them, and find by identifier executes"
                        + " nothing then";
            case ABSENCE ->
                "ask once at " + place + " and keep that there is none; a session remembers only what exists";
            case FORGOTTEN ->
                "no clear(), evict or second session between the loads at " + place + ", which the first session would"
                        + " answer itself; or a second-level cache";
        };
    }

    private static String ofEntities(LookUpFix fix, @Nullable FixLocation location, String place) {
        if (fix instanceof LookUpFix.FindAllById all) {
            return findAll(all, location, place);
        }
        if (fix instanceof LookUpFix.FindAllByNaturalId all) {
            return "findMultiple(" + Association.simpleName(all.entityName())
                    + ".class, keys, KeyType.NATURAL), on Hibernate 6 byMultipleNaturalId with enableOrderedReturn(false), instead"
                    + " of one load each at " + place;
        }
        if (fix instanceof LookUpFix.ReferToId refer) {
            String method = finder(location);
            return reference(refer.entityName(), location) + " instead of "
                    + (method == null ? "find at " + place : method) + " if no more than the key is needed";
        }
        if (fix instanceof LookUpFix.DeleteByIds delete) {
            return delete(delete, location, place);
        }
        if (fix instanceof LookUpFix.LoadBeforeMerge load) {
            return "one query \"select " + byIds(load.entityName()) + "\" before the merges at " + place
                    + ", which then find all in the session";
        }
        if (fix instanceof LookUpFix.CacheEntities cache) {
            return "a cache region of " + Association.simpleName(cache.entityName())
                    + " that lives as long as the cached query at " + place + ", or no query cache there";
        }
        if (fix instanceof LookUpFix.LockTogether lock) {
            String query = lock.entityName().isEmpty()
                    ? "one query for all keys"
                    : "one query \"select " + byIds(lock.entityName()) + "\"";
            return query + " with setLockMode instead of one lock each at " + place;
        }
        if (fix instanceof LookUpFix.TellNew) {
            return "persist instead of merge, a @Version attribute, or Persistable.isNew, so that " + place
                    + " need not look for entities that are new";
        }
        return "one query for all keys in a cleared session instead of one refresh each at " + place;
    }

    private static String findAll(LookUpFix.FindAllById all, @Nullable FixLocation location, String place) {
        String or = all.areReferences()
                ? ", or " + reference(all.entityName(), location) + " if no more than the keys are needed"
                : "";
        String method = finder(location);
        if (method != null) {
            String graph =
                    all.graph().isEmpty() ? "" : ", declared again with " + FetchSentences.graph(all.graph()) + ",";
            return repository(method) + ".findAllById" + graph + " for all keys instead of " + method + " for each"
                    + or;
        }
        String query = "select " + byIds(all.entityName());
        String graph = all.graph().isEmpty() ? "" : " with the same entity graph";
        return "one query \"" + query + "\"" + graph + " instead of one find each at " + place + or;
    }

    private static String reference(String entityName, @Nullable FixLocation location) {
        String method = finder(location);
        return method == null
                ? "getReference(" + Association.simpleName(entityName) + ".class, id)"
                : repository(method) + ".getReferenceById";
    }

    /** {@return the repository method that finds by an identifier, or null when the application does without one} */
    private static @Nullable String finder(@Nullable FixLocation location) {
        String method = location == null ? null : location.repositoryMethod();
        return method != null && FINDS.contains(method.substring(method.lastIndexOf('.') + 1)) ? method : null;
    }

    private static String delete(LookUpFix.DeleteByIds delete, @Nullable FixLocation location, String place) {
        String method = location == null ? null : location.repositoryMethod();
        String inOne = method == null
                ? "\"delete " + byIds(delete.entityName()).replaceFirst("^\\w+ ", "") + "\" at " + place
                : "deleteAllByIdInBatch or deleteAllInBatch of " + repository(method) + " instead of " + method;
        return inOne + "; it loads nothing, does not cascade, and calls no listeners";
    }

    private static String repository(String method) {
        return method.substring(0, method.lastIndexOf('.'));
    }

    /** {@return a query that loads an association of entities that the session holds} */
    static String fetchOf(Association association, String entityName) {
        String entity = Association.simpleName(entityName);
        String alias = Association.usualAlias(entity);
        return "select " + alias + " from " + entity + " " + alias + " left join fetch " + alias + "."
                + association.path() + " where " + alias + " in :owners";
    }

    private static String byIds(String entityName) {
        String entity = Association.simpleName(entityName);
        String alias = Association.usualAlias(entity);
        return alias + " from " + entity + " " + alias + " where " + alias + ".id in :ids";
    }

    private static String forAllKeys(QueryForAllKeys query, String place) {
        String text = query.text() == null ? "" : SqlText.of(query.text()).display(LONGEST_QUERY + 1);
        String one = query.form() == Form.WRITE ? "one statement " : "one query ";
        String end = " at " + place + " instead of one for each key";
        if (!text.isEmpty() && text.length() <= LONGEST_QUERY) {
            return one + "\"" + text + "\"" + end;
        }
        if (query.form() == Form.FITTING_ROWS) {
            return one
                    + (query.column().isEmpty()
                            ? "that calls the function for "
                            : "that joins " + query.table() + " with ")
                    + "the rows that the keys come from" + end;
        }
        if (query.column().isEmpty()) {
            return one + "with \"in :keys\"" + end;
        }
        if (query.form() == Form.EXISTENCE) {
            String distinct = "select distinct " + query.column() + " … where " + query.column() + " in (…)";
            return one + "\"" + distinct + "\" on " + query.table() + end;
        }
        String group = query.form() == Form.AGGREGATE ? " group by " + query.column() : "";
        String limit = query.form() == Form.FIRST_ROWS
                ? ", with row_number() over (partition by " + query.column() + " …) in place of the limit,"
                : "";
        return one + "with \"where " + query.column() + " in (…)" + group + "\" on " + query.table() + limit + end;
    }
}
