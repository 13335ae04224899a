package io.querybudget.hibernate;

import io.querybudget.Cause;
import io.querybudget.recording.CauseFrame;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a frame of causes open while listeners of Hibernate handle an event.
 *
 * <p>A proxy, because the default methods of the listener types differ between the lines of Hibernate.
 */
final class AroundListeners implements InvocationHandler {

    private final List<?> targets;
    private final Supplier<Cause> cause;
    private final BiConsumer<Cause, Object> after;

    private AroundListeners(List<?> targets, Supplier<Cause> cause, BiConsumer<Cause, Object> after) {
        this.targets = targets;
        this.cause = cause;
        this.after = after;
    }

    static <L> L wrap(Class<L> type, List<L> listeners, Supplier<Cause> cause) {
        return wrap(type, listeners, cause, (unused, event) -> {});
    }

    /**
     * {@return a listener that calls others in turn}
     *
     * @param cause what is being done while they handle an event
     * @param after what else is to be done with the cause and the event once they have handled it
     */
    static <L> L wrap(Class<L> type, List<L> listeners, Supplier<Cause> cause, BiConsumer<Cause, Object> after) {
        return type.cast(Proxy.newProxyInstance(
                AroundListeners.class.getClassLoader(),
                new Class<?>[] {type},
                new AroundListeners(listeners, cause, after)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return invokeOnProxy(proxy, method, arguments);
        }
        Cause opened = cause.get();
        try (CauseFrame frame = CauseFrame.open(opened, List::of)) {
            for (Object target : targets) {
                method.invoke(target, arguments);
            }
            if (arguments != null && arguments[0] != null) {
                after.accept(opened, arguments[0]);
            }
            return null;
        } catch (InvocationTargetException failure) {
            throw failure.getCause() == null ? failure : failure.getCause();
        }
    }

    private Object invokeOnProxy(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "a frame around " + targets;
        };
    }
}
