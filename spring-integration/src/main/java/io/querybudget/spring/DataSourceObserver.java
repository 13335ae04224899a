package io.querybudget.spring;

import io.querybudget.jdbc.Observed;
import io.querybudget.recording.FaultLog;
import java.lang.reflect.Modifier;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.aop.framework.AopConfigException;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;

/**
 * Puts a proxy of the same class in front of each data source bean, whose connections are observed.
 *
 * <p>A bean of a final class gets a proxy of its interfaces. A data source that delegates to another one is no special
 * case: statements that are observed below it are not counted again.
 */
final class DataSourceObserver implements BeanPostProcessor, PriorityOrdered {

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof DataSource dataSource && !(bean instanceof Observed)) {
            return FaultLog.guard(
                    "observe the data source bean " + beanName, bean, () -> observed(dataSource, beanName));
        }
        return bean;
    }

    /** {@return whether connections of a data source, or of the one it delegates to, are observed} */
    static boolean isObserved(DataSource dataSource) {
        try {
            return dataSource instanceof Observed || dataSource.isWrapperFor(Observed.class);
        } catch (SQLException | AbstractMethodError unsupported) {
            return false;
        }
    }

    private static Object observed(DataSource dataSource, String beanName) {
        ConnectionAdvice advice = new ConnectionAdvice(dataSource, beanName);
        return Modifier.isFinal(dataSource.getClass().getModifiers())
                ? proxy(dataSource, advice, false)
                : proxyOfClass(dataSource, advice);
    }

    private static Object proxyOfClass(DataSource dataSource, ConnectionAdvice advice) {
        try {
            Object proxy = proxy(dataSource, advice, true);
            TargetState.copy(dataSource, proxy);
            return proxy;
        } catch (AopConfigException inextensible) {
            return proxy(dataSource, advice, false);
        }
    }

    private static Object proxy(DataSource dataSource, ConnectionAdvice advice, boolean ofClass) {
        ProxyFactory factory = new ProxyFactory(dataSource);
        factory.addInterface(Observed.class);
        factory.addAdvice(advice);
        factory.setProxyTargetClass(ofClass);
        return factory.getProxy(dataSource.getClass().getClassLoader());
    }
}
