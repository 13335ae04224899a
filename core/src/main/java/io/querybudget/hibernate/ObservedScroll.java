package io.querybudget.hibernate;

import io.querybudget.recording.FaultLog;
import io.querybudget.recording.StatementRecord;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Set;
import org.hibernate.Hibernate;
import org.hibernate.ScrollableResults;
import org.jspecify.annotations.Nullable;

/**
 * Follows the results that the application reads one by one, and compares them with the rows at the end. It keeps none.
 *
 * <p>A proxy, because the type that Hibernate expects of scrollable results differs between its lines. Like the results it
 * is used by one thread at a time.
 */
final class ObservedScroll implements InvocationHandler {

    /** Hibernate knows that a result is complete when it has read a row of the next one. */
    private static final int ROWS_AHEAD = 1;

    private static final Set<String> STAYING = Set.of(
            "get",
            "getPosition",
            "getRowNumber",
            "isClosed",
            "isFirst",
            "isLast",
            "setFetchSize",
            "equals",
            "hashCode",
            "toString");

    private final ScrollableResults<?> results;
    private final StatementRecord statement;
    private final RowMultiplication multiplication;
    private boolean isFinished;

    private ObservedScroll(ScrollableResults<?> results, StatementRecord statement, RowMultiplication multiplication) {
        this.results = results;
        this.statement = statement;
        this.multiplication = multiplication;
    }

    /** {@return the results, which tell the statement at their end how their rows multiplied} */
    static Object wrap(ScrollableResults<?> results, StatementRecord statement, RowMultiplication multiplication) {
        Set<Class<?>> types = new LinkedHashSet<>();
        for (Class<?> type = results.getClass(); type != null; type = type.getSuperclass()) {
            types.addAll(Set.of(type.getInterfaces()));
        }
        return Proxy.newProxyInstance(
                results.getClass().getClassLoader(),
                types.toArray(new Class<?>[0]),
                new ObservedScroll(results, statement, multiplication));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            Object returned = method.invoke(results, arguments);
            if (!isFinished && !STAYING.contains(method.getName())) {
                FaultLog.guard("follow the results of a query", () -> moved(method.getName(), returned));
            }
            return returned;
        } catch (InvocationTargetException failure) {
            throw failure.getCause() == null ? failure : failure.getCause();
        }
    }

    private void moved(String method, @Nullable Object returned) {
        if (method.equals("next") && Boolean.TRUE.equals(returned)) {
            Object result = results.get();
            if (result != null) {
                multiplication.add(Hibernate.unproxy(result));
            }
            return;
        }
        isFinished = true;
        if (method.equals("next") || method.equals("close")) {
            boolean isComplete = method.equals("next");
            long ahead = isComplete ? 0 : Math.min(ROWS_AHEAD, statement.rows() - multiplication.rows());
            multiplication.explaining(statement.rows() - Math.max(0, ahead)).ifPresent(statement::multiplied);
        }
    }
}
