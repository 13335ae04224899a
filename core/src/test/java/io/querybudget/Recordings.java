package io.querybudget;

import io.querybudget.ExecutedStatement.Execution;
import io.querybudget.ExecutedStatement.Provenance;
import io.querybudget.ExecutedStatement.Tables;
import io.querybudget.ExecutedStatement.Transaction;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recordings and statements as a unit of work would have made them. */
public final class Recordings {

    private static final Transaction TRANSACTION = new Transaction(1, 1, 0, false);

    private Recordings() {}

    /** {@return the recording of {@code OrderTests > loads_open_orders()}} */
    public static Recording of(ExecutedStatement... statements) {
        return of(List.of(statements), List.of(), 0);
    }

    public static Recording of(List<ExecutedStatement> statements, List<Recording.Stray> strays, int unseen) {
        Map<StatementKind, Integer> counts = new EnumMap<>(StatementKind.class);
        statements.forEach(statement -> counts.merge(statement.kind(), 1, Integer::sum));
        return new Recording(
                "OrderTests > loads_open_orders()",
                statements,
                counts,
                strays,
                unseen,
                Set.of(),
                List.of(),
                List.of(),
                Map.of(),
                SessionWork.NOTHING,
                Mapping.NONE);
    }

    /** {@return a statement that ran at {@code OrderService.totals}} */
    public static ExecutedStatement statement(long id, StatementKind kind, String sql, long rows) {
        return statement(id, kind, sql, rows, null, line(39));
    }

    public static ExecutedStatement select(long id, String sql, long rows, int line) {
        return statement(id, StatementKind.SELECT, sql, rows, null, line(line));
    }

    public static ExecutedStatement statement(
            long id,
            StatementKind kind,
            String sql,
            long rows,
            @Nullable String repositoryMethod,
            CallSite... callPath) {
        return new ExecutedStatement(
                id,
                kind,
                sql,
                sql,
                Tables.NONE,
                rows,
                false,
                new Execution(1, 1_000, "main", TRANSACTION, "main", false, false, false, false, false),
                new Cause.Unknown(),
                List.of(callPath),
                repositoryMethod,
                new Provenance(List.of(), 0, 0, false, List.of(), List.of(), 0, 0),
                Materialised.NOTHING);
    }

    /** {@return a line of {@code OrderService.totals}} */
    public static CallSite line(int line) {
        return new CallSite("com.acme.OrderService", "totals", "OrderService.java", line);
    }
}
