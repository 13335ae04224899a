package io.querybudget;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Numbers that a unit of work is held to: exact ones where they are expected, the most allowed where they are a budget.
 *
 * <p>Each method returns limits with one more; a later limit on the same thing replaces the earlier one.
 *
 * <pre>{@code
 * expectQueries(limits().selects(1).rows(20), () -> orders.findOpen());
 * budgetQueries(limits().selectsFrom(Order.class, 2).loaded(Order.class, 50), () -> orders.findOpen());
 * }</pre>
 *
 * @param numbers the number for each measure that is limited, in the order in which they were given
 */
public record Limits(Map<Measure, Long> numbers) {

    private static final Limits UNSET = new Limits(Map.of());

    /**
     * Copies the map.
     *
     * @throws IllegalArgumentException if a number is negative
     */
    public Limits {
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        numbers.forEach((measure, number) -> requireLimit(measure.toString(), number));
    }

    /** {@return no limits yet; meant for static import} */
    public static Limits limits() {
        return UNSET;
    }

    /** {@return the limits of a no-SQL zone: no statement of any kind} */
    public static Limits none() {
        return UNSET.statements(0).definitions(0).sessionControls(0);
    }

    /**
     * Refuses a limit that cannot be kept.
     *
     * @param attribute the name that the user gave it by
     * @throws IllegalArgumentException if the number is negative
     */
    public static void requireLimit(String attribute, long number) {
        if (number < 0) {
            throw new IllegalArgumentException(attribute + " = " + number + " is negative; the least is 0");
        }
    }

    /** {@return these limits with one more} */
    public Limits with(Measure measure, long number) {
        return and(new Limits(Map.of(measure, number)));
    }

    /** {@return these limits and others} */
    public Limits and(Limits others) {
        Map<Measure, Long> all = new LinkedHashMap<>(numbers);
        all.putAll(others.numbers);
        return new Limits(all);
    }

    /** {@return whether nothing is limited} */
    public boolean isEmpty() {
        return numbers.isEmpty();
    }

    /** Limits all statements but session control and data definition. */
    public Limits statements(long number) {
        return with(Measure.of(Quantity.STATEMENTS), number);
    }

    /** Limits the selects. */
    public Limits selects(long number) {
        return with(Measure.of(Quantity.SELECTS), number);
    }

    /** Limits the inserts. */
    public Limits inserts(long number) {
        return with(Measure.of(Quantity.INSERTS), number);
    }

    /** Limits the updates. */
    public Limits updates(long number) {
        return with(Measure.of(Quantity.UPDATES), number);
    }

    /** Limits the deletes. */
    public Limits deletes(long number) {
        return with(Measure.of(Quantity.DELETES), number);
    }

    /** Limits the merges. */
    public Limits merges(long number) {
        return with(Measure.of(Quantity.MERGES), number);
    }

    /** Limits the calls of procedures. */
    public Limits calls(long number) {
        return with(Measure.of(Quantity.CALLS), number);
    }

    /** Limits what is none of these: sequence calls, mixed batches, SQL that cannot be read. */
    public Limits others(long number) {
        return with(Measure.of(Quantity.OTHERS), number);
    }

    /** Limits data definition, which is in no total. */
    public Limits definitions(long number) {
        return with(Measure.of(Quantity.DEFINITIONS), number);
    }

    /** Limits session control, which is in no total. */
    public Limits sessionControls(long number) {
        return with(Measure.of(Quantity.SESSION_CONTROLS), number);
    }

    /** Limits the rows of the one statement that returned most. */
    public Limits rows(long number) {
        return with(Measure.of(Quantity.ROWS), number);
    }

    /** Limits the rows of all statements together. */
    public Limits totalRows(long number) {
        return with(Measure.of(Quantity.TOTAL_ROWS), number);
    }

    /** Limits the size of the largest batch; a statement that is not batched is a batch of one. */
    public Limits batchSize(long number) {
        return with(Measure.of(Quantity.BATCH_SIZE), number);
    }

    /** Limits the transactions that statements ran in; a statement that commits by itself is one. */
    public Limits transactions(long number) {
        return with(Measure.of(Quantity.TRANSACTIONS), number);
    }

    /** Limits the connections that statements ran on, each as often as it was handed out. */
    public Limits connections(long number) {
        return with(Measure.of(Quantity.CONNECTIONS), number);
    }

    /** Limits the entities and collections that the second-level cache had. */
    public Limits cacheHits(long number) {
        return with(Measure.of(Quantity.CACHE_HITS), number);
    }

    /** Limits the entities and collections that the second-level cache was asked for in vain. */
    public Limits cacheMisses(long number) {
        return with(Measure.of(Quantity.CACHE_MISSES), number);
    }

    /** Limits the statements that read or write a table of an entity or of its subtypes. */
    public Limits statementsAbout(Class<?> entity, long number) {
        return with(Measure.of(Quantity.STATEMENTS, new Subject.EntityType(entity.getName())), number);
    }

    /** Limits the statements that read or write a table. */
    public Limits statementsAbout(String table, long number) {
        return with(Measure.of(Quantity.STATEMENTS, new Subject.Table(table)), number);
    }

    /** Limits the selects that read a table of an entity or of its subtypes. */
    public Limits selectsFrom(Class<?> entity, long number) {
        return with(Measure.of(Quantity.SELECTS, new Subject.EntityType(entity.getName())), number);
    }

    /** Limits the selects that read a table. */
    public Limits selectsFrom(String table, long number) {
        return with(Measure.of(Quantity.SELECTS, new Subject.Table(table)), number);
    }

    /** Limits the inserts into a table of an entity or of its subtypes. */
    public Limits insertsInto(Class<?> entity, long number) {
        return with(Measure.of(Quantity.INSERTS, new Subject.EntityType(entity.getName())), number);
    }

    /** Limits the inserts into a table. */
    public Limits insertsInto(String table, long number) {
        return with(Measure.of(Quantity.INSERTS, new Subject.Table(table)), number);
    }

    /** Limits the updates of a table of an entity or of its subtypes. */
    public Limits updatesOf(Class<?> entity, long number) {
        return with(Measure.of(Quantity.UPDATES, new Subject.EntityType(entity.getName())), number);
    }

    /** Limits the updates of a table. */
    public Limits updatesOf(String table, long number) {
        return with(Measure.of(Quantity.UPDATES, new Subject.Table(table)), number);
    }

    /** Limits the deletes from a table of an entity or of its subtypes. */
    public Limits deletesFrom(Class<?> entity, long number) {
        return with(Measure.of(Quantity.DELETES, new Subject.EntityType(entity.getName())), number);
    }

    /** Limits the deletes from a table. */
    public Limits deletesFrom(String table, long number) {
        return with(Measure.of(Quantity.DELETES, new Subject.Table(table)), number);
    }

    /** Limits the entities of a type, of its subtypes too, that Hibernate loads from the database or the second-level cache. */
    public Limits loaded(Class<?> type, long number) {
        return with(Measure.of(Quantity.LOADED, new Subject.EntityType(type.getName())), number);
    }

    /** Limits the collections of a role, such as {@code Order.lines}, that Hibernate fills. */
    public Limits loaded(String role, long number) {
        return with(Measure.of(Quantity.LOADED, new Subject.Role(role)), number);
    }

    /**
     * Limits what is executed on one data source.
     *
     * @param dataSource its name in the log line that says it is observed
     * @param limits of statements, rows, batches, transactions or connections
     * @throws IllegalArgumentException if something else is limited
     */
    public Limits on(String dataSource, Limits limits) {
        Map<Measure, Long> restricted = new LinkedHashMap<>();
        limits.numbers.forEach((measure, number) -> restricted.put(measure.on(dataSource), number));
        return and(new Limits(restricted));
    }
}
