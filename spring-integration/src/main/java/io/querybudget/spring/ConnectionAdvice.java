package io.querybudget.spring;

import io.querybudget.jdbc.ConnectionObserver;
import io.querybudget.jdbc.Observed;
import io.querybudget.recording.FaultLog;
import java.sql.Connection;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;

/**
 * Observes the connections that a data source hands out, and gives it back its own ones.
 *
 * <p>Safe for use by many threads.
 */
final class ConnectionAdvice implements MethodInterceptor {

    private final DataSource target;
    private final ConnectionObserver observer;
    private volatile boolean isStarted;

    /** Observes a data source by the name of its bean: a pool's own name may depend on how many were started before. */
    ConnectionAdvice(DataSource target, String beanName) {
        this.target = target;
        this.observer = new ConnectionObserver(beanName, target);
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        if (isAskedForObservation(invocation)) {
            return true;
        }
        unwrapConnections(invocation.getArguments());
        Object result = invocation.proceed();
        if (result instanceof Connection connection
                && invocation.getMethod().getName().equals("getConnection")) {
            return FaultLog.guard("observe a connection", connection, () -> {
                showStarted(invocation);
                return observer.observe(connection);
            });
        }
        return result;
    }

    /** {@return whether a data source on top of this one asks by {@code isWrapperFor(Observed.class)}} */
    private static boolean isAskedForObservation(MethodInvocation invocation) {
        return invocation.getMethod().getName().equals("isWrapperFor")
                && invocation.getArguments()[0] == Observed.class;
    }

    /** A pool compares the connections it is asked about with those that it handed out. */
    private static void unwrapConnections(@Nullable Object[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof Connection connection) {
                arguments[i] = ConnectionObserver.unwrap(connection);
            }
        }
    }

    /** A pool has its inner state only when it has been started by the first connection. */
    private void showStarted(MethodInvocation invocation) {
        if (!isStarted) {
            isStarted = true;
            if (invocation instanceof ProxyMethodInvocation call
                    && target.getClass().isInstance(call.getProxy())) {
                TargetState.copy(target, call.getProxy());
            }
        }
    }
}
