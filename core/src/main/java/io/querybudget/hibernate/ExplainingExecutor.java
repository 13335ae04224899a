package io.querybudget.hibernate;

import io.querybudget.recording.CauseFrame;
import io.querybudget.recording.FaultLog;
import io.querybudget.recording.Recorder;
import io.querybudget.recording.StatementRecord;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.hibernate.ScrollableResults;
import org.hibernate.sql.exec.spi.ExecutionContext;
import org.jspecify.annotations.Nullable;

/**
 * Opens a frame of causes around each execution of one of Hibernate's JDBC executors.
 *
 * <p>A proxy, because the types of the executors' parameters differ between the lines of Hibernate.
 */
final class ExplainingExecutor implements InvocationHandler {

    private final Object target;

    private ExplainingExecutor(Object target) {
        this.target = target;
    }

    static <E> E wrap(Class<E> type, E executor) {
        return type.cast(Proxy.newProxyInstance(
                ExplainingExecutor.class.getClassLoader(), new Class<?>[] {type}, new ExplainingExecutor(executor)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        ExecutionContext context = contextAmong(arguments);
        CauseFrame frame = context == null ? null : open(context);
        Object result = null;
        try {
            result = method.invoke(target, arguments);
            return frame != null && arguments != null && result instanceof ScrollableResults<?> scroll
                    ? follow(frame, arguments[0], context, scroll)
                    : result;
        } catch (InvocationTargetException failure) {
            throw failure.getCause() == null ? failure : failure.getCause();
        } finally {
            if (frame != null && arguments != null) {
                close(frame, arguments[0], context, result);
            }
        }
    }

    private static @Nullable ExecutionContext contextAmong(@Nullable Object @Nullable [] arguments) {
        if (arguments != null) {
            for (Object argument : arguments) {
                if (argument instanceof ExecutionContext context) {
                    return context;
                }
            }
        }
        return null;
    }

    private static @Nullable CauseFrame open(ExecutionContext context) {
        return FaultLog.guard(
                "explain a select of Hibernate",
                null,
                () -> OpenSessions.observe(context.getSession()).frames().openExecution(context));
    }

    private static Object follow(
            CauseFrame frame,
            @Nullable Object operation,
            @Nullable ExecutionContext context,
            ScrollableResults<?> results) {
        StatementRecord statement = frame.statement();
        return context == null || operation == null || statement == null || !Recorder.isListening()
                ? results
                : FaultLog.guard(
                        "follow the results of a query",
                        results,
                        () -> new ReadResult(
                                        statement,
                                        OpenSessions.observe(context.getSession())
                                                .attributes())
                                .follow(operation, results));
    }

    private static void close(
            CauseFrame frame, @Nullable Object operation, @Nullable ExecutionContext context, @Nullable Object result) {
        frame.close();
        if (context != null && operation != null) {
            FaultLog.guard(
                    "explain a select of Hibernate",
                    () -> OpenSessions.observe(context.getSession()).executed(frame, operation, context, result));
        }
    }
}
