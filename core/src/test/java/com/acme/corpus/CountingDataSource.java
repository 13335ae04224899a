package com.acme.corpus;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts JDBC executions below everything else, independently of the library under test. */
final class CountingDataSource {

    private final AtomicInteger executions = new AtomicInteger();
    private final DataSource dataSource;

    CountingDataSource(DataSource target) {
        this.dataSource = counting(target, DataSource.class);
    }

    DataSource dataSource() {
        return dataSource;
    }

    int executions() {
        return executions.get();
    }

    private <T> T counting(T target, Class<T> type) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (target instanceof Statement && method.getName().startsWith("execute")) {
                executions.incrementAndGet();
            }
            try {
                return wrapped(method.invoke(target, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object wrapped(Object result) {
        if (result instanceof Connection connection) {
            return counting(connection, Connection.class);
        }
        if (result instanceof PreparedStatement statement) {
            return counting(statement, PreparedStatement.class);
        }
        return result instanceof Statement statement ? counting(statement, Statement.class) : result;
    }
}
