package io.querybudget.spring;

import io.querybudget.recording.CauseFrame;
import io.querybudget.recording.FaultLog;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.data.repository.core.support.RepositoryFactoryBeanSupport;

/**
 * Lets statements know the Spring Data repository method that executes them.
 *
 * <p>A repository is a proxy, so its methods are on no stack. The advice stands outside all others, so that what is
 * flushed when a repository's own transaction commits belongs to the method too.
 */
final class RepositoryObserver implements BeanPostProcessor, PriorityOrdered {

    static final String FACTORY_BEAN = "org.springframework.data.repository.core.support.RepositoryFactoryBeanSupport";

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof RepositoryFactoryBeanSupport<?, ?, ?> repository) {
            FaultLog.guard("name the methods of the repository " + beanName, () -> observe(repository));
        }
        return bean;
    }

    private static void observe(RepositoryFactoryBeanSupport<?, ?, ?> repository) {
        repository.addRepositoryFactoryCustomizer(
                factory -> factory.addRepositoryProxyPostProcessor((proxy, information) -> proxy.addAdvice(
                        0, naming(information.getRepositoryInterface().getSimpleName()))));
    }

    private static MethodInterceptor naming(String repositoryName) {
        return call -> {
            String method = repositoryName + "." + call.getMethod().getName();
            try (CauseFrame frame = CauseFrame.openRepositoryCall(method)) {
                return call.proceed();
            }
        };
    }
}
