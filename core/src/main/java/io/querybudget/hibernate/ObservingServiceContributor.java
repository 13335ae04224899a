package io.querybudget.hibernate;

import io.querybudget.recording.FaultLog;
import java.util.Map;
import java.util.function.BiFunction;
import org.hibernate.boot.registry.StandardServiceInitiator;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;
import org.hibernate.engine.jdbc.internal.JdbcServicesImpl;
import org.hibernate.engine.jdbc.spi.JdbcServices;
import org.hibernate.service.Service;
import org.hibernate.service.StandardServiceInitiators;
import org.hibernate.service.spi.ServiceContributor;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.jspecify.annotations.Nullable;

/**
 * Makes each Hibernate service registry observe its connections and explain its selects, without configuration.
 *
 * <p>Hibernate finds it by {@link java.util.ServiceLoader}; see "Service registries" in the Hibernate ORM Integration
 * Guide. When replacing a service fails, the original stays.
 */
public final class ObservingServiceContributor implements ServiceContributor {

    /** Called by {@link java.util.ServiceLoader}. */
    public ObservingServiceContributor() {}

    @Override
    public void contribute(StandardServiceRegistryBuilder builder) {
        FaultLog.guard("note the sessions of Hibernate", () -> noteSessions(builder.getSettings()));
        decorate(builder, ConnectionProvider.class, ObservedConnectionProvider::wrap);
        decorate(builder, MultiTenantConnectionProvider.class, ObservedConnectionProvider::wrap);
        decorate(
                builder,
                JdbcServices.class,
                (services, settings) ->
                        services.getClass() == JdbcServicesImpl.class ? new ObservedJdbcServices() : services);
    }

    /** Hibernate makes one listener of one class with each session; the application's class goes first. */
    private static void noteSessions(Map<String, Object> settings) {
        if (!Switch.isOff(settings)) {
            settings.putIfAbsent(AvailableSettings.AUTO_SESSION_EVENTS_LISTENER, SessionOpening.class.getName());
        }
    }

    private static <S extends Service> void decorate(
            StandardServiceRegistryBuilder builder, Class<S> role, BiFunction<S, Map<String, Object>, S> decorator) {
        FaultLog.guard("observe Hibernate's " + role.getSimpleName(), () -> {
            StandardServiceInitiator<S> standard = standardInitiator(role);
            builder.addInitiator(new DecoratingInitiator<>(role, standard, decorator));
        });
    }

    @SuppressWarnings("unchecked") // an initiator of role S initiates an S
    private static <S extends Service> StandardServiceInitiator<S> standardInitiator(Class<S> role) {
        return (StandardServiceInitiator<S>) StandardServiceInitiators.LIST.stream()
                .filter(initiator -> initiator.getServiceInitiated() == role)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Hibernate has no standard initiator of " + role));
    }

    private record DecoratingInitiator<S extends Service>(
            Class<S> role, StandardServiceInitiator<S> standard, BiFunction<S, Map<String, Object>, S> decorator)
            implements StandardServiceInitiator<S> {

        @Override
        public Class<S> getServiceInitiated() {
            return role;
        }

        @Override
        public @Nullable S initiateService(Map<String, Object> settings, ServiceRegistryImplementor registry) {
            S service = standard.initiateService(settings, registry);
            return service == null || Switch.isOff(settings)
                    ? service
                    : FaultLog.guard(
                            "observe Hibernate's " + role.getSimpleName(),
                            service,
                            () -> decorator.apply(service, settings));
        }
    }
}
