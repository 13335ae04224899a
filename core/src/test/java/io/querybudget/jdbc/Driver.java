package io.querybudget.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Makes one method of a JDBC object of H2 behave as that of a less usual driver. */
final class Driver {

    /** What a method does instead. */
    @FunctionalInterface
    interface Behaviour {
        Object call() throws Throwable;
    }

    private Driver() {}

    static <T> T with(Class<T> type, T target, String method, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                Driver.class.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        return behaviour.call();
                    }
                    try {
                        return called.invoke(target, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getTargetException();
                    }
                }));
    }
}
