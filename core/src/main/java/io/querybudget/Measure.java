package io.querybudget;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a limit is set on: a quantity, of everything or of a subject, over all data sources or over one.
 *
 * @param quantity what is counted
 * @param subject what it has to be about
 * @param dataSource the name of the only data source that counts; empty for all
 */
public record Measure(Quantity quantity, Subject subject, String dataSource) {

    /** {@return the measure of a quantity of everything} */
    public static Measure of(Quantity quantity) {
        return of(quantity, new Subject.All());
    }

    /** {@return the measure of a quantity of a subject} */
    public static Measure of(Quantity quantity, Subject subject) {
        return new Measure(quantity, subject, "");
    }

    /**
     * {@return this measure on one data source}
     *
     * @throws IllegalArgumentException if that is not known
     */
    Measure on(String name) {
        if (!quantity.isOfDataSource() || !dataSource.isEmpty()) {
            throw new IllegalArgumentException(this + " cannot be counted on the data source " + name);
        }
        return new Measure(quantity, subject, name);
    }

    /**
     * {@return what a recording measures}
     *
     * @throws IllegalArgumentException if no mapping knows the subject
     */
    public long of(Recording recording) {
        return switch (quantity) {
            case CACHE_HITS -> recording.count(load -> load.kind() == Load.Kind.CACHE_HIT);
            case CACHE_MISSES -> recording.count(load -> load.kind() == Load.Kind.CACHE_MISS);
            case LOADED -> recording.count(recording.mapping().loadsOf(subject));
            default -> isExamined() ? examined(recording) : counted(recording);
        };
    }

    /** {@return whether the statements themselves are looked at, so that it is not known beyond the ceiling of a unit of work} */
    public boolean isExamined() {
        boolean isCounter = quantity.isOfStatements() && subject instanceof Subject.All && dataSource.isEmpty();
        return quantity.isOfDataSource() && !isCounter;
    }

    private long counted(Recording recording) {
        return quantity.kind().map(recording::count).orElseGet(recording::total);
    }

    private long examined(Recording recording) {
        List<ExecutedStatement> statements = recording.statements().stream()
                .filter(statement -> dataSource.isEmpty()
                        || statement.execution().dataSource().equals(dataSource))
                .toList();
        return switch (quantity) {
            case ROWS ->
                statements.stream().mapToLong(ExecutedStatement::rows).max().orElse(0);
            case TOTAL_ROWS ->
                statements.stream().mapToLong(ExecutedStatement::rows).sum();
            case BATCH_SIZE ->
                statements.stream()
                        .mapToLong(statement -> statement.execution().batchSize())
                        .max()
                        .orElse(0);
            case TRANSACTIONS ->
                statements.stream()
                        .filter(statement -> statement.kind().isCounted())
                        .map(ExecutedStatement::transactionNumber)
                        .distinct()
                        .count();
            case CONNECTIONS ->
                statements.stream()
                        .map(statement -> statement.execution().transaction().connection())
                        .distinct()
                        .count();
            default -> statements.stream().filter(isCounted(recording)).count();
        };
    }

    private Predicate<ExecutedStatement> isCounted(Recording recording) {
        Predicate<ExecutedStatement> isOfKind = quantity.kind()
                .<Predicate<ExecutedStatement>>map(kind -> statement -> statement.kind() == kind)
                .orElse(statement -> statement.kind().isCounted());
        if (subject instanceof Subject.All) {
            return isOfKind;
        }
        Set<String> tables = recording.mapping().tablesOf(subject);
        return isOfKind.and(
                statement -> statement.tables().isAbout(tables, quantity.kind().isPresent()));
    }

    /** {@return the measure in the words of {@link Limits}, such as {@code selects from Order on reporting}} */
    @Override
    public String toString() {
        return quantity.label()
                + (subject instanceof Subject.All ? "" : " of " + subject)
                + (dataSource.isEmpty() ? "" : " on " + dataSource);
    }
}
