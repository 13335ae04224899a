package io.querybudget.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.acme.shop.Shop;
import io.querybudget.recording.UnitOfWork;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ExtensionDetectionTests {

    private static final Shop SHOP = Shop.overUrl("detection");
    private static final String ENABLED = "junit.jupiter.extensions.autodetection.enabled";
    private static final String INCLUDE = "junit.jupiter.extensions.autodetection.include";

    static class PlainCases {

        @Test
        void counts(UnitOfWork work) {
            Queries.expectQueries(1);
            SHOP.findOrders();
            assertThat(work.recording().total()).isEqualTo(1);
        }

        @Test
        void fails(UnitOfWork work) {
            Queries.expectQueries(2);
        }
    }

    @Test
    void finds_the_extension_without_configuration() {
        var summary = launch(Map.of());

        assertThat(summary.getTestsSucceededCount()).isEqualTo(1);
        assertThat(summary.getFailures())
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure.getException()).hasMessageContaining("PlainCases > fails(), from"));
    }

    @Test
    void leaves_no_system_property_behind() {
        launch(Map.of());

        assertThat(System.getProperty(ENABLED)).isNull();
        assertThat(System.getProperty(INCLUDE)).isNull();
    }

    @Test
    void leaves_a_configured_detection_as_it_is() {
        assertThat(launch(Map.of(ENABLED, "false")).getTestsFailedCount()).isEqualTo(2);
        assertThat(launch(Map.of(ENABLED, "true", INCLUDE, "com.acme.*")).getTestsFailedCount())
                .isEqualTo(2);
        assertThat(launch(Map.of(ENABLED, "true")).getTestsFailedCount()).isEqualTo(1);
    }

    private static TestExecutionSummary launch(Map<String, String> parameters) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(new UnconfiguredClasses(before));
        try {
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(PlainCases.class))
                                    .configurationParameters(parameters)
                                    .build(),
                            listener);
        } finally {
            thread.setContextClassLoader(before);
        }
        return listener.getSummary();
    }

    /** Hides the configuration of this build, which turns the detection off. */
    private static final class UnconfiguredClasses extends ClassLoader {

        UnconfiguredClasses(ClassLoader parent) {
            super(parent);
        }

        @Override
        public URL getResource(String name) {
            return name.equals("junit-platform.properties") ? null : super.getResource(name);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws java.io.IOException {
            return name.equals("junit-platform.properties") ? Collections.emptyEnumeration() : super.getResources(name);
        }
    }
}
