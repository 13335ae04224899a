package io.querybudget.report;

import io.querybudget.Analysis;
import io.querybudget.Association;
import io.querybudget.Finding;
import io.querybudget.Fix;
import io.querybudget.FixLocation;
import io.querybudget.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what to change. Attributes that one query can fetch become one sentence. */
final class FixText {

    private FixText() {}

    static List<String> of(Analysis analysis, List<Finding> findings) {
        List<String> lines = new ArrayList<>();
        Map<String, List<Finding>> fetchesByQuery = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (finding.verdict() == Verdict.INFO || finding.fix() instanceof Fix.None) {
                continue;
            }
            if (finding.fix() instanceof Fix.FetchWithQuery) {
                fetchesByQuery
                        .computeIfAbsent(String.valueOf(finding.fixHere()), unused -> new ArrayList<>())
                        .add(finding);
            } else {
                String line = "  Fix: " + sentence(finding);
                if (!lines.contains(line)) {
                    lines.add(line);
                }
            }
        }
        fetchesByQuery.values().forEach(fetches -> lines.addAll(fetch(analysis, fetches)));
        return lines;
    }

    /** {@return what to change for one finding, apart from others of its unit of work} */
    static String of(Finding finding) {
        return finding.fix() instanceof Fix.FetchWithQuery fetch
                ? fetchSentence(List.of(finding), fetch.paths(), finding.fixHere())
                : sentence(finding);
    }

    private static List<String> fetch(Analysis analysis, List<Finding> findings) {
        FixLocation location = findings.get(0).fixHere();
        List<String> paths = findings.stream()
                .flatMap(finding -> ((Fix.FetchWithQuery) finding.fix()).paths().stream())
                .distinct()
                .toList();
        long saved = findings.stream()
                .mapToLong(finding -> finding.statementIds().size())
                .sum();
        return List.of(
                "  Fix: " + fetchSentence(findings, paths, location),
                "       leaves " + Sentences.count(analysis.recording().total() - saved, "statement"));
    }

    private static String fetchSentence(List<Finding> findings, List<String> paths, @Nullable FixLocation location) {
        String quoted = paths.stream().map(path -> "\"" + path + "\"").collect(Collectors.joining(", "));
        if (location != null && location.repositoryMethod() != null) {
            String list = paths.size() == 1 ? quoted : "{" + quoted + "}";
            return "@EntityGraph(attributePaths = " + list + ") on " + location.repositoryMethod();
        }
        boolean areBasic = findings.stream()
                .flatMap(finding -> finding.associations().stream())
                .allMatch(association -> association.kind() == Association.Kind.LAZY_ATTRIBUTE);
        if (areBasic) {
            return "an entity graph with " + String.join(", ", paths) + " for " + query(location);
        }
        return "left join fetch " + String.join(", ", paths) + " in " + query(location);
    }

    private static String sentence(Finding finding) {
        Fix fix = finding.fix();
        String place = place(finding.fixHere());
        if (fix instanceof Fix.FetchInBatches batches) {
            return "@BatchSize(size = 50) on " + batchTarget(batches.association()) + reason(batches, place);
        }
        if (fix instanceof Fix.MapLazy lazy) {
            return "fetch = FetchType.LAZY on " + lazy.association() + ", then left join fetch it where it is read; "
                    + place + " makes Hibernate load it row by row";
        }
        if (fix instanceof Fix.ShareKey share) {
            return "@MapsId on the owning side of " + share.association() + ", or left join fetch "
                    + share.association().path() + " in " + place
                    + "; the inverse side of a one-to-one cannot be lazy";
        }
        if (fix instanceof Fix.FindAllById all) {
            return "findAllById (or session.findMultiple) for all keys instead of one find of "
                    + Association.simpleName(all.entityName()) + " each";
        }
        if (fix instanceof Fix.TellNew) {
            return "persist instead of merge, a @Version attribute, or Persistable.isNew, so that " + place
                    + " need not look for entities that are new";
        }
        if (fix instanceof Fix.QueryForAllKeys) {
            return "one query with \"in :keys\" at " + place(finding.fixHere());
        }
        if (fix instanceof Fix.AskOnce) {
            return "ask once at " + place + " and keep the answer";
        }
        if (fix instanceof Fix.BatchWrites writes) {
            return batching(writes, place);
        }
        return "a page, a condition or an aggregate in " + place + ", so that fewer rows are read";
    }

    private static String batching(Fix.BatchWrites writes, String place) {
        if (!writes.byHibernate()) {
            return "one batch at " + place + ": addBatch and executeBatch, or batchUpdate of JdbcTemplate";
        }
        return "hibernate.jdbc.batch_size = 50"
                + (writes.areInterleaved() ? " with hibernate.order_inserts and hibernate.order_updates = true" : "")
                + " (in Spring Boot below spring.jpa.properties); inserts of IDENTITY ids cannot be batched, those of a"
                + " SEQUENCE can";
    }

    private static String batchTarget(Association association) {
        return association.isPlural()
                ? association.simpleRole()
                : "the entity that " + association.simpleRole() + " refers to";
    }

    private static String reason(Fix.FetchInBatches batches, String place) {
        return switch (batches.reason()) {
            case SECOND_COLLECTION -> ", because " + place + " would multiply rows by fetching a second collection";
            case PAGED -> ", because " + place + " returns a page, which a fetched collection would break";
            case NO_QUERY -> ", because it is not known which query loads what holds it";
        };
    }

    private static String query(@Nullable FixLocation location) {
        boolean isKnown = location != null && (location.repositoryMethod() != null || location.callSite() != null);
        return isKnown ? "the query at " + location : place(location);
    }

    private static String place(@Nullable FixLocation location) {
        return location == null ? "the query that ran before" : location.toString();
    }
}
