package io.querybudget.spring;

import io.querybudget.recording.FaultLog;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.util.ClassUtils;

/** Attaches this library to an application context of a test; all are equal, so that contexts are still shared. */
record TestContextObserver() implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        FaultLog.guard("observe the application context of a test", () -> observe(context));
    }

    private static void observe(ConfigurableApplicationContext context) {
        ClassLoader classes = context.getClassLoader();
        ConfigurableListableBeanFactory beans = context.getBeanFactory();
        if (!Activation.of(context.getEnvironment()).isOn()) {
            register(beans, classes, HibernateSwitch.FACTORY_BEAN, HibernateSwitch::new);
            return;
        }
        register(beans, classes, DataSource.class.getName(), DataSourceObserver::new);
        register(beans, classes, RepositoryObserver.FACTORY_BEAN, RepositoryObserver::new);
        register(beans, classes, TestClientObserver.REST_CLIENT, TestClientObserver::new);
        register(beans, classes, TestExecutorObserver.TASK_DECORATOR, TestExecutorObserver::new);
    }

    /** As a bean, so that the auto-configuration adds none of its own. */
    private static void register(
            ConfigurableListableBeanFactory beans,
            @Nullable ClassLoader classes,
            String observedType,
            Supplier<BeanPostProcessor> observer) {
        if (ClassUtils.isPresent(observedType, classes)) {
            BeanPostProcessor processor = observer.get();
            beans.registerSingleton(processor.getClass().getName(), processor);
        }
    }
}
