package com.acme.depot;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;

/** Passes each call on; an application would look at who calls. */
final class Guard implements InvocationHandler, MethodInterceptor {

    private final Object target;

    Guard(Object target) {
        this.target = target;
    }

    @SuppressWarnings("unchecked") // the proxy implements the first type
    static <T> T on(Object target, Class<T> type, Class<?>... more) {
        Class<?>[] types = new Class<?>[more.length + 1];
        types[0] = type;
        System.arraycopy(more, 0, types, 1, more.length);
        return (T) Proxy.newProxyInstance(Guard.class.getClassLoader(), types, new Guard(target));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        return passOn(method, arguments);
    }

    private Object passOn(Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    @Override
    public Object invoke(MethodInvocation call) throws Throwable {
        return call.proceed();
    }
}
