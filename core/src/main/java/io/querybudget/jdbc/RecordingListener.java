package io.querybudget.jdbc;

import io.querybudget.StatementKind;
import io.querybudget.recording.ConnectionRecord;
import io.querybudget.recording.FaultLog;
import io.querybudget.recording.Recorder;
import io.querybudget.recording.StatementRecord;
import io.querybudget.recording.StatementStart;
import io.querybudget.sql.SqlText;
import java.util.List;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;

/**
 * Hands each execution that datasource-proxy tells about to the recording.
 *
 * <p>{@link ExecutionInfo#getElapsedTime()} is in nanoseconds here.
 */
final class RecordingListener implements QueryExecutionListener {

    private final ForeignKeyReader foreignKeys;

    RecordingListener(ForeignKeyReader foreignKeys) {
        this.foreignKeys = foreignKeys;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        ObservedStatement<?> statement = (ObservedStatement<?>) execution.getStatement();
        StatementRecord begun =
                FaultLog.guard("record a statement", null, () -> begin(start(execution, statement, queries)));
        statement.begin(begun);
        ConnectionRecord connection = statement.connectionRecord();
        if (connection != null && begun != null) {
            connection.begins(begun.id());
        }
    }

    private StatementRecord begin(StatementStart start) {
        StatementRecord record = Recorder.begin(start);
        if (start.sql().kind() == StatementKind.SELECT && Recorder.isListening()) {
            foreignKeys.want(start.sql().tables());
        }
        return record;
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        ObservedStatement<?> statement = (ObservedStatement<?>) execution.getStatement();
        StatementRecord record = statement.record();
        if (record != null) {
            record.executed(execution.getElapsedTime(), !execution.isSuccess());
            ConnectionRecord connection = statement.connectionRecord();
            if (connection != null) {
                connection.ends();
            }
        }
    }

    private StatementStart start(ExecutionInfo execution, ObservedStatement<?> statement, List<QueryInfo> queries) {
        SqlText sql = SqlText.of(queries.get(0).getQuery());
        return new StatementStart(
                sql,
                queries.size() == 1 ? sql.kind() : commonKind(queries),
                Math.max(execution.getBatchSize(), 1),
                execution.getDataSourceName(),
                foreignKeys.keys(),
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
