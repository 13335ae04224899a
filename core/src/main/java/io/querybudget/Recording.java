package io.querybudget;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An immutable snapshot of what a unit of work executed.
 *
 * @param name the name of the unit of work, such as {@code OrderTests > loads_open_orders()}
 * @param statements the statements in the order in which their execution began; at most the ceiling of the unit of work
 * @param counts how many statements of each kind ran, those above the ceiling included
 * @param strays statements that ran meanwhile on threads that belong to no unit of work, per data source and thread
 * @param unseen how many statements Hibernate executed over connections that are not observed
 * @param keyRelations the foreign keys of the data sources that were used, as mappings and databases tell
 * @param cacheHits how often the second-level cache had an entity or a collection, by its name or role
 */
public record Recording(
        String name,
        List<ExecutedStatement> statements,
        Map<StatementKind, Integer> counts,
        List<Stray> strays,
        int unseen,
        Set<KeyRelation> keyRelations,
        Map<String, Integer> cacheHits) {

    /**
     * Statements that ran on a thread which belongs to no unit of work.
     *
     * @param dataSource the name of the data source
     * @param thread the name of the thread
     * @param count how many statements
     */
    public record Stray(String dataSource, String thread, int count) {}

    /** Copies the collections. */
    public Recording {
        statements = List.copyOf(statements);
        counts = Map.copyOf(counts);
        strays = List.copyOf(strays);
    }

    /**
     * {@return what this recording holds more than an earlier one of the same unit of work}
     *
     * @param earlier the earlier one
     * @param newName the name of the part
     */
    public Recording since(Recording earlier, String newName) {
        Map<StatementKind, Integer> newCounts = new EnumMap<>(StatementKind.class);
        counts.forEach((kind, count) -> newCounts.put(kind, count - earlier.count(kind)));
        List<Stray> newStrays = strays.stream()
                .map(stray -> new Stray(stray.dataSource(), stray.thread(), stray.count() - earlier.count(stray)))
                .filter(stray -> stray.count() > 0)
                .toList();
        return new Recording(
                newName,
                statements.subList(earlier.statements.size(), statements.size()),
                newCounts,
                newStrays,
                unseen - earlier.unseen,
                keyRelations,
                cacheHits);
    }

    private int count(Stray like) {
        return strays.stream()
                .filter(stray -> stray.dataSource().equals(like.dataSource())
                        && stray.thread().equals(like.thread()))
                .mapToInt(Stray::count)
                .sum();
    }

    /** {@return how many statements of a kind ran} */
    public int count(StatementKind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** {@return how many statements ran, session control and data definition left out} */
    public int total() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().isCounted())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** {@return the most rows that one statement returned, 0 when none ran} */
    public long mostRows() {
        return statements.stream().mapToLong(ExecutedStatement::rows).max().orElse(0);
    }

    /** {@return whether more statements ran than are kept in detail} */
    public boolean isTruncated() {
        return statements.size()
                < counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
