package io.querybudget.spring;

import io.querybudget.recording.FaultLog;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Has the HTTP clients of a test's application context tell the server which test sent a request.
 *
 * <p>Spring Boot's own clients are called by reflection: they are in other packages since version 4.
 */
final class TestClientObserver implements BeanPostProcessor {

    static final String REST_CLIENT = "org.springframework.web.client.RestClient";

    private static final TestTokenInterceptor TOKEN = new TestTokenInterceptor();

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return FaultLog.guard("have the HTTP client bean " + beanName + " name the test", bean, () -> observed(bean));
    }

    private static Object observed(Object bean) {
        if (bean instanceof RestClient.Builder builder) {
            return builder.requestInterceptor(TOKEN);
        }
        return switch (bean.getClass().getSimpleName()) {
            case "TestRestTemplate" -> {
                RestTemplate template = (RestTemplate) call(bean, "getRestTemplate");
                template.getInterceptors().add(TOKEN);
                yield bean;
            }
            case "RestTemplateBuilder" ->
                call(bean, "additionalInterceptors", (Object) new ClientHttpRequestInterceptor[] {TOKEN});
            case "DefaultRestTestClient" -> call(call(call(bean, "mutate"), "requestInterceptor", TOKEN), "build");
            case "DefaultWebTestClient" -> WebTestClientFilter.observed(bean);
            default -> bean;
        };
    }

    private static Object call(Object target, String name, Object... arguments) {
        Class<?>[] types = new Class<?>[arguments.length];
        Arrays.setAll(
                types,
                i -> arguments[i] instanceof TestTokenInterceptor
                        ? ClientHttpRequestInterceptor.class
                        : arguments[i].getClass());
        Method method = Objects.requireNonNull(ReflectionUtils.findMethod(target.getClass(), name, types), name);
        ReflectionUtils.makeAccessible(method);
        return Objects.requireNonNull(ReflectionUtils.invokeMethod(method, target, arguments));
    }
}
