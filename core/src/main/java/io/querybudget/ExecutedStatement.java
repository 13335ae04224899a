package io.querybudget;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One JDBC execution as it was recorded; a JDBC batch is one statement with a batch size.
 *
 * @param id unique within the JVM
 * @param kind what the SQL does; {@link StatementKind#OTHER} for a batch of several kinds
 * @param sql the SQL as it was sent
 * @param shape the SQL without literals, comments and IN-list lengths
 * @param tables what it reads and writes
 * @param rows the rows the application has advanced to, per ResultSet of this statement in total
 * @param isStillReading whether a ResultSet of this statement was open when the snapshot was taken
 * @param execution how and where it ran
 * @param cause what Hibernate was doing
 * @param callPath the application's frames, innermost first; empty when none is on the stack or stacks were not taken
 * @param repositoryMethod the Spring Data method in which it ran, as {@code OrderRepository.findOpen}
 * @param provenance which rows led to it, and which keys it read
 * @param materialised what Hibernate made of its rows
 */
public record ExecutedStatement(
        long id,
        StatementKind kind,
        String sql,
        String shape,
        Tables tables,
        long rows,
        boolean isStillReading,
        Execution execution,
        Cause cause,
        List<CallSite> callPath,
        @Nullable String repositoryMethod,
        Provenance provenance,
        Materialised materialised) {

    /**
     * The tables of a statement, without schema, in lower case unless quoted.
     *
     * @param named those that it reads or writes
     * @param written the one that it writes; null for none, and when that is not certain
     */
    public record Tables(Set<String> named, @Nullable String written) {

        /** No tables, as far as the SQL tells. */
        public static final Tables NONE = new Tables(Set.of(), null);

        /** {@return whether one of some tables is among these; if only the target counts, those that a write reads do not} */
        boolean isAbout(Set<String> lowerCaseNames, boolean onlyTarget) {
            Set<String> meant = onlyTarget && written != null ? Set.of(written) : named;
            return meant.stream().anyMatch(table -> lowerCaseNames.contains(table.toLowerCase(Locale.ROOT)));
        }
    }

    /**
     * The state of a connection in which a statement ran.
     *
     * @param connection unique within the JVM for each time that a data source hands out a connection
     * @param number changes with each commit and rollback of a connection
     * @param savepointRollbacks how often the transaction was rolled back to a savepoint before
     * @param isAutoCommit whether the statement is committed by itself
     */
    public record Transaction(long connection, long number, int savepointRollbacks, boolean isAutoCommit) {}

    /**
     * How and where a statement ran.
     *
     * @param batchSize the number of batched executions, 1 without batching
     * @param elapsedNanos the time of the execute call, in nanoseconds
     * @param dataSource the name of the data source
     * @param transaction the transaction that it ran in
     * @param thread the name of the thread
     * @param isAdopted whether it ran on a thread without a unit of work and was given to the only open test
     * @param isCarried whether it ran on another thread than the one that opened its unit of work
     * @param failed whether the execution threw
     * @param isRendering whether a serializer or a template was writing what it was given
     * @param isMethodInherited whether its repository method is one that the repository inherits instead of declaring it
     */
    public record Execution(
            int batchSize,
            long elapsedNanos,
            String dataSource,
            Transaction transaction,
            String thread,
            boolean isAdopted,
            boolean isCarried,
            boolean failed,
            boolean isRendering,
            boolean isMethodInherited) {}

    /**
     * Which rows led to a statement, and which keys it read.
     *
     * @param owners the entities whose attribute made it run; several when one proxy is held by several owners
     * @param callerId the id of the statement whose result was being read when this one ran, else 0
     * @param callerRow the 1-based number of the row that was being read then
     * @param isInCall whether Hibernate was reading that row within its call, not the application row by row
     * @param parameters the bound values, in order of their position; never printed
     * @param columns the first key-like values of each column that the application read; never printed
     * @param instruction equal for statements that the same instructions of the application triggered; 0 when it was not
     *     looked at, which it is for the first loads of an association only
     * @param managedBefore how many entities of the result the session held before this query
     */
    public record Provenance(
            List<Owner> owners,
            long callerId,
            long callerRow,
            boolean isInCall,
            List<@Nullable Object> parameters,
            List<ColumnValues> columns,
            int instruction,
            int managedBefore) {
        /** {@return the owners only, because bound values are not printed} */
        @Override
        public String toString() {
            return "Provenance" + owners;
        }
    }

    /** {@return a number that statements of one transaction share; a statement that is committed by itself has its own} */
    public long transactionNumber() {
        Transaction transaction = execution.transaction();
        return transaction.isAutoCommit() ? -id : transaction.number();
    }

    /** {@return the application line that triggered the statement} */
    public Optional<CallSite> origin() {
        return callPath.isEmpty() ? Optional.empty() : Optional.of(callPath.get(0));
    }
}
