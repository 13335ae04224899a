package io.querybudget.jdbc;

import io.querybudget.StatementKind;
import io.querybudget.recording.FaultLog;
import io.querybudget.recording.Recorder;
import io.querybudget.recording.StatementRecord;
import io.querybudget.recording.StatementStart;
import io.querybudget.sql.SqlText;
import java.util.List;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import org.jspecify.annotations.Nullable;

/**
 * Hands each execution that datasource-proxy tells about to the recording.
 *
 * <p>{@link ExecutionInfo#getElapsedTime()} is in nanoseconds here.
 */
final class RecordingListener implements QueryExecutionListener {

    private static final String RECORD = StatementRecord.class.getName();

    /** {@return the record that was begun for an execution, or null when that failed} */
    static @Nullable StatementRecord recordOf(ExecutionInfo execution) {
        return execution.getCustomValue(RECORD, StatementRecord.class);
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        FaultLog.guard(
                "record a statement",
                () -> execution.addCustomValue(RECORD, Recorder.begin(start(execution, queries))));
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        StatementRecord record = recordOf(execution);
        if (record != null) {
            record.executed(execution.getElapsedTime(), !execution.isSuccess());
        }
    }

    private static StatementStart start(ExecutionInfo execution, List<QueryInfo> queries) {
        ObservedStatement<?> statement = (ObservedStatement<?>) execution.getStatement();
        SqlText sql = SqlText.of(queries.get(0).getQuery());
        return new StatementStart(
                sql,
                queries.size() == 1 ? sql.kind() : commonKind(queries),
                Math.max(execution.getBatchSize(), 1),
                execution.getDataSourceName(),
                statement.transaction(),
                execution.isBatch() ? List.of() : statement.parameters());
    }

    private static StatementKind commonKind(List<QueryInfo> queries) {
        List<StatementKind> kinds = queries.stream()
                .map(query -> SqlText.of(query.getQuery()).kind())
                .distinct()
                .toList();
        return kinds.size() == 1 ? kinds.get(0) : StatementKind.OTHER;
    }
}
