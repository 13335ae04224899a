package io.querybudget.recording;

import io.querybudget.ExecutedStatement.Transaction;
import io.querybudget.StatementKind;
import io.querybudget.sql.SqlText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the JDBC layer knows when a statement is about to run.
 *
 * @param sql the SQL; the first text of a batch of several
 * @param kind what it does; {@link StatementKind#OTHER} for a batch of several kinds
 * @param batchSize the number of batched executions, 1 without batching
 * @param dataSource the name of the data source
 * @param keys what is known of the keys of the data source
 * @param transaction the transaction that it runs in
 * @param parameters the bound values by position, empty for batches
 */
public record StatementStart(
        SqlText sql,
        StatementKind kind,
        int batchSize,
        String dataSource,
        KnownKeys keys,
        Transaction transaction,
        List<@Nullable Object> parameters) {

    StatementStart withoutParameters() {
        return new StatementStart(sql, kind, batchSize, dataSource, keys, transaction, List.of());
    }
}
