package io.querybudget;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An immutable snapshot of what a unit of work executed.
 *
 * @param name the name of the unit of work, such as {@code OrderTests > loads_open_orders()}
 * @param statements the statements in the order in which their execution began; at most the ceiling of the unit of work
 * @param counts how many statements of each kind ran, those above the ceiling included
 * @param strays statements that ran meanwhile on threads that belong to no unit of work, per data source and thread
 * @param unseen how many statements Hibernate executed over connections that are not observed
 * @param keyRelations the foreign keys of the data sources that were used, as mappings and databases tell
 * @param unexercised what was read without a statement, so that what it costs was not seen
 * @param connections the connections that were taken, in order; at most the ceiling of the unit of work
 * @param loads how often Hibernate loaded what, and asked the second-level cache for what
 * @param sessions what Hibernate's sessions did besides
 * @param mapping what is known about entities
 */
public record Recording(
        String name,
        List<ExecutedStatement> statements,
        Map<StatementKind, Integer> counts,
        List<Stray> strays,
        int unseen,
        Set<KeyRelation> keyRelations,
        List<Unexercised> unexercised,
        List<ConnectionUse> connections,
        Map<Load, Integer> loads,
        SessionWork sessions,
        Mapping mapping) {

    /**
     * Statements that ran on a thread which belongs to no unit of work.
     *
     * @param dataSource the name of the data source
     * @param thread the name of the thread
     * @param request the HTTP request that the thread served, such as {@code GET /orders}; empty when it served none
     * @param count how many statements
     */
    public record Stray(String dataSource, String thread, String request, int count) {

        /** {@return this many of these statements} */
        public Stray times(int newCount) {
            return new Stray(dataSource, thread, request, newCount);
        }
    }

    /** Copies the collections. */
    public Recording {
        statements = List.copyOf(statements);
        counts = Map.copyOf(counts);
        strays = List.copyOf(strays);
        unexercised = List.copyOf(unexercised);
        loads = Map.copyOf(loads);
        connections = List.copyOf(connections);
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

    /** {@return how many loads there were of some kind} */
    public long count(Predicate<Load> isMeant) {
        return loads.entrySet().stream()
                .filter(entry -> isMeant.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** {@return how many statements ran that are not kept in detail} */
    public int unexamined() {
        return counts.values().stream().mapToInt(Integer::intValue).sum() - statements.size();
    }
}
