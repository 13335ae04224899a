package io.querybudget.spring;

import io.querybudget.junit.DataSourceCheck;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Knows the data source beans of a test's application context.
 *
 * <p>Found by {@link java.util.ServiceLoader}.
 */
public final class ApplicationContextCheck implements DataSourceCheck {

    /** Called by {@link java.util.ServiceLoader}. */
    public ApplicationContextCheck() {}

    @Override
    public Collection<String> unobserved(ExtensionContext test) {
        if (!isSpringTest(test)) {
            return List.of();
        }
        ApplicationContext context = SpringExtension.getApplicationContext(test);
        Activation activation = Activation.of(context.getEnvironment());
        Map<String, DataSource> beans =
                BeanFactoryUtils.beansOfTypeIncludingAncestors(context, DataSource.class, true, false);
        return beans.entrySet().stream()
                .filter(bean -> !DataSourceObserver.isObserved(bean.getValue()))
                .map(bean ->
                        "bean \"" + bean.getKey() + "\"" + (activation.isOn() ? "" : " (" + activation.reason() + ")"))
                .toList();
    }

    /** {@return whether the test class, or one around it, is extended by Spring: asking that for a context would load one} */
    private static boolean isSpringTest(ExtensionContext test) {
        Class<?> type = test.getRequiredTestClass();
        while (type != null && !isExtendedBySpring(type)) {
            type = type.getEnclosingClass();
        }
        return type != null;
    }

    private static boolean isExtendedBySpring(Class<?> type) {
        return AnnotationSupport.findRepeatableAnnotations(type, ExtendWith.class).stream()
                .flatMap(extended -> Stream.of(extended.value()))
                .anyMatch(SpringExtension.class::isAssignableFrom);
    }
}
