package io.querybudget.spring;

import io.querybudget.recording.CauseFrame;
import io.querybudget.recording.FaultLog;
import io.querybudget.recording.RepositoryBases;
import java.lang.reflect.Method;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.data.repository.core.RepositoryInformation;
import org.springframework.data.repository.core.support.RepositoryFactoryBeanSupport;

/**
 * Lets statements know the Spring Data repository method that executes them.
 *
 * <p>A repository is a proxy, so its methods are on no stack, but those that the application writes by hand. The advice
 * stands outside all others, so that what is flushed when a repository's own transaction commits belongs to the method too.
 */
final class RepositoryObserver implements BeanPostProcessor, PriorityOrdered {

    static final String FACTORY_BEAN = "org.springframework.data.repository.core.support.RepositoryFactoryBeanSupport";

    private static final String SPRING_DATA = "org.springframework.data.";

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
                factory -> factory.addRepositoryProxyPostProcessor((proxy, information) -> {
                    RepositoryBases.add(information.getRepositoryBaseClass());
                    proxy.addAdvice(0, naming(information));
                }));
    }

    private static MethodInterceptor naming(RepositoryInformation repository) {
        String name = repository.getRepositoryInterface().getSimpleName();
        return call -> {
            if (isHandWritten(call.getMethod(), repository)) {
                return call.proceed();
            }
            boolean isInherited = call.getMethod().getDeclaringClass() != repository.getRepositoryInterface();
            try (CauseFrame frame =
                    CauseFrame.openRepositoryCall(name + "." + call.getMethod().getName(), isInherited)) {
                return call.proceed();
            }
        };
    }

    /** {@return whether a class of the application implements the method, whose lines are on the stack then} */
    private static boolean isHandWritten(Method method, RepositoryInformation repository) {
        return repository.isCustomMethod(method)
                && repository.getFragments().stream()
                        .filter(fragment -> fragment.hasMethod(method))
                        .flatMap(fragment -> fragment.getImplementation().stream())
                        .noneMatch(implementation ->
                                implementation.getClass().getName().startsWith(SPRING_DATA));
    }
}
