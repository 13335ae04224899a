package io.querybudget.spring;

import io.querybudget.recording.FaultLog;
import io.querybudget.recording.Recorder;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.TaskExecutor;
import org.springframework.util.ReflectionUtils;

/**
 * Has Spring's executors, which run {@code @Async} methods, hand the unit of work of a test to their tasks.
 *
 * <p>A task of a test that did not wait for it then stays a part of that test, instead of the next one. A decorator of
 * the application is kept. It is no bean: a second {@link TaskDecorator} would make the application's ambiguous.
 */
final class TestExecutorObserver implements BeanPostProcessor {

    static final String TASK_DECORATOR = "org.springframework.core.task.TaskDecorator";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof TaskExecutor) {
            FaultLog.guard("have the executor bean " + beanName + " hand over units of work", () -> decorate(bean));
        }
        return bean;
    }

    private static void decorate(Object executor) {
        Method setter = ReflectionUtils.findMethod(executor.getClass(), "setTaskDecorator", TaskDecorator.class);
        Field field = ReflectionUtils.findField(executor.getClass(), "taskDecorator", TaskDecorator.class);
        if (setter != null && field != null) {
            ReflectionUtils.makeAccessible(field);
            TaskDecorator present = (TaskDecorator) ReflectionUtils.getField(field, executor);
            ReflectionUtils.invokeMethod(setter, executor, handingOver(present));
        }
    }

    private static TaskDecorator handingOver(@Nullable TaskDecorator present) {
        return task -> {
            Runnable decorated = present == null ? task : Objects.requireNonNull(present.decorate(task));
            return Recorder.current().map(unit -> unit.wrap(decorated)).orElse(decorated);
        };
    }
}
