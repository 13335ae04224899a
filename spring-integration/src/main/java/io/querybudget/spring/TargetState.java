package io.querybudget.spring;

import io.querybudget.recording.FaultLog;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.springframework.util.ReflectionUtils;

/**
 * Shows the state of a bean in the proxy that extends its class.
 *
 * <p>The proxy forwards all calls, but some read the fields themselves, as Spring Boot's pool metrics do, and final
 * methods run on the proxy.
 */
final class TargetState {

    private TargetState() {}

    static void copy(Object target, Object proxy) {
        FaultLog.guard(
                "copy the state of a data source",
                () -> ReflectionUtils.doWithFields(
                        target.getClass(), field -> copy(field, target, proxy), TargetState::isState));
    }

    private static boolean isState(Field field) {
        return !Modifier.isStatic(field.getModifiers())
                && field.getDeclaringClass().getClassLoader() != null
                && !field.getName().startsWith("CGLIB$");
    }

    private static void copy(Field field, Object target, Object proxy) throws IllegalAccessException {
        if (field.trySetAccessible()) {
            field.set(proxy, field.get(target));
        }
    }
}
