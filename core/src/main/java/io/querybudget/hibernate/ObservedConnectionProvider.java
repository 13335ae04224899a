package io.querybudget.hibernate;

import io.querybudget.KeyRelation;
import io.querybudget.jdbc.ConnectionObserver;
import io.querybudget.jdbc.DataSourceName;
import io.querybudget.jdbc.Observed;
import io.querybudget.recording.FaultLog;
import io.querybudget.recording.KnownKeys;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.service.Service;
import org.hibernate.service.UnknownUnwrapTypeException;
import org.hibernate.service.spi.InjectService;
import org.hibernate.service.spi.ServiceRegistryAwareService;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.hibernate.service.spi.Wrapped;
import org.jspecify.annotations.Nullable;

/**
 * Hands out observed connections of a connection provider.
 *
 * <p>A proxy over all interfaces of the provider, because a class that was compiled against one line of Hibernate would
 * not forward the default methods that a later line adds.
 */
final class ObservedConnectionProvider implements InvocationHandler {

    private final Object target;
    private final String configuredUrl;
    private volatile @Nullable ConnectionObserver observer;
    private volatile @Nullable KnownKeys keys;

    private ObservedConnectionProvider(Object target, String configuredUrl) {
        this.target = target;
        this.configuredUrl = configuredUrl;
    }

    @SuppressWarnings("unchecked") // the proxy implements all interfaces of the provider
    static <S extends Service> S wrap(S provider, Map<String, Object> settings) {
        Object url = settings.getOrDefault(JdbcSettings.JAKARTA_JDBC_URL, settings.get("hibernate.connection.url"));
        Set<Class<?>> interfaces = new LinkedHashSet<>();
        for (Class<?> type = provider.getClass(); type != null; type = type.getSuperclass()) {
            interfaces.addAll(Set.of(type.getInterfaces()));
        }
        interfaces.add(ServiceRegistryAwareService.class);
        return (S) Proxy.newProxyInstance(
                ObservedConnectionProvider.class.getClassLoader(),
                interfaces.toArray(Class<?>[]::new),
                new ObservedConnectionProvider(provider, url == null ? "" : url.toString()));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return invokeOnTarget(method, arguments);
        }
        if (arguments != null && arguments.length == 1 && arguments[0] instanceof ServiceRegistryImplementor registry) {
            inject(registry);
            return null;
        }
        noteReleased(method, arguments);
        Object result = invokeOnTarget(method, unwrapped(arguments));
        return result instanceof Connection connection
                ? FaultLog.guard("observe a connection of Hibernate", connection, () -> observe(connection))
                : result;
    }

    private Connection observe(Connection connection) {
        Connection observed =
                connection instanceof Observed ? connection : observer().observe(connection);
        keys = ConnectionObserver.keys(observed).orElse(null);
        return observed;
    }

    /** Adds the keys of a mapping to what is known of the data source that the latest connection came from. */
    static void addMapping(@Nullable Object provider, Collection<KeyRelation> mapping) {
        if (provider != null
                && Proxy.isProxyClass(provider.getClass())
                && Proxy.getInvocationHandler(provider) instanceof ObservedConnectionProvider observed) {
            KnownKeys known = observed.keys;
            if (known != null) {
                known.addMapping(mapping);
            }
        }
    }

    private static void noteReleased(Method method, @Nullable Object @Nullable [] arguments) {
        boolean isRelease =
                method.getName().startsWith("close") || method.getName().startsWith("release");
        if (arguments != null && isRelease) {
            for (Object argument : arguments) {
                if (argument instanceof Connection connection) {
                    ConnectionObserver.released(connection);
                }
            }
        }
    }

    /** Injects the services that the provider asks for by annotations, which a proxy does not show. */
    private void inject(ServiceRegistryImplementor registry) throws Throwable {
        for (Method method : target.getClass().getMethods()) {
            InjectService injection = method.getAnnotation(InjectService.class);
            if (injection != null && !method.isBridge()) {
                Object service = registry.getService(role(injection, method));
                if (service != null || injection.required()) {
                    invokeOnTarget(method, new @Nullable Object[] {service});
                }
            }
        }
        if (target instanceof ServiceRegistryAwareService aware) {
            aware.injectServices(registry);
        }
    }

    @SuppressWarnings("unchecked") // a method that takes an injected service has one parameter, a service
    private static Class<? extends Service> role(InjectService injection, Method method) {
        Class<? extends Service> named = injection.serviceRole();
        boolean isNamed = Service.class.isAssignableFrom(named) && named != Service.class;
        return isNamed ? named : (Class<? extends Service>) method.getParameterTypes()[0];
    }

    private @Nullable Object invokeOnTarget(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause() == null ? failure : failure.getCause();
        }
    }

    private static @Nullable Object @Nullable [] unwrapped(@Nullable Object @Nullable [] arguments) {
        if (arguments == null) {
            return null;
        }
        @Nullable Object[] unwrapped = new @Nullable Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            unwrapped[i] = arguments[i] instanceof Connection connection
                    ? ConnectionObserver.unwrap(connection)
                    : arguments[i];
        }
        return unwrapped;
    }

    private ConnectionObserver observer() {
        ConnectionObserver known = observer;
        if (known == null) {
            DataSource dataSource = dataSource();
            known = dataSource == null
                    ? new ConnectionObserver(nameWithoutDataSource())
                    : new ConnectionObserver(DataSourceName.of(dataSource), dataSource);
            observer = known;
        }
        return known;
    }

    private @Nullable DataSource dataSource() {
        try {
            return target instanceof Wrapped wrapped && wrapped.isUnwrappableAs(DataSource.class)
                    ? wrapped.unwrap(DataSource.class)
                    : null;
        } catch (UnknownUnwrapTypeException unknown) {
            return null;
        }
    }

    private String nameWithoutDataSource() {
        return configuredUrl.isEmpty() ? target.getClass().getSimpleName() : DataSourceName.ofUrl(configuredUrl);
    }
}
