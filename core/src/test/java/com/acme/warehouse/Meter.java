package com.acme.warehouse;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;

/** Wraps the JDBC objects of a data source, as applications do to measure them. */
public final class Meter implements InvocationHandler {

    private final Object target;

    private Meter(Object target) {
        this.target = target;
    }

    public static DataSource on(DataSource dataSource) {
        return wrap(dataSource, DataSource.class);
    }

    private static <T> T wrap(Object target, Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Meter(target)));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        try {
            Object result = method.invoke(target, arguments);
            boolean isMeasured = result instanceof Connection || result instanceof Statement;
            return isMeasured ? wrap(result, method.getReturnType()) : result;
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
